# Jadwal piket: siapa, kapan, dan apa yang dititipkan kepada yang berikutnya.

# Halaman Piket
rota-page = { $on }

    { $next }{ $gaps }{ $mine }
rota-on-now = <b>Piket sekarang</b>
    { $lines }
rota-line = { $name } · sampai { $until } · { $state }
rota-line-hand = { $name } · lewat tombol, tanpa jadwal · { $state }
rota-line-not = { $name } · terjadwal sampai { $until }, tetapi <b>belum siap</b>
rota-next = <b>Berikutnya</b>
    { $lines }
rota-next-line = { $name } · { $hours } · { $state }
rota-next-nobody = Belum ada giliran berikutnya dalam jadwal.
rota-gaps = {""}

    <b>Jam tanpa petugas, { $days } hari ke depan</b>
    { $lines }
rota-gap = ⚠️ { $hours }
rota-more-gaps = … dan { $count } lagi
rota-mine = {""}

    <b>Giliran Anda</b>
    { $lines }
rota-mine-line = { $hours }
rota-ready-said = siap
rota-ready-open = belum menjawab
button-rota-swap = Tukar { $start }
button-rota-menu = Atur jadwal

# Pergantian
rota-on = <b>Piket Anda mulai.</b> Sampai { $until }.

    <b>Yang masih terbuka</b>
    { $lines }
    { $note }
rota-no-alerts = Tidak ada panggilan terbuka.
rota-more-alerts = … dan { $count } panggilan lagi, lihat /tugas
handover-alert = { $mark } <b>{ $number } · { $severity }</b> · { $kecamatan }
    Menunggu { $waiting } · batas { $left } ({ $deadline }) · pemegang: { $holder }
    Terakhir: { $last } ({ $at })
rota-note = 📝 Catatan { $name }, { $at }:
    { $words }
rota-off = <b>Piket Anda selesai.</b> Terima kasih.
    Ada yang perlu diketahui petugas berikutnya? Tanpa nama dan alamat siapa pun.
button-rota-note = Tulis catatan
button-rota-no-note = Tidak ada
rota-no-note = Piket Anda selesai, tanpa catatan. Selamat beristirahat.
ask-rnote = <b>Apa yang perlu diketahui petugas berikutnya?</b>
    Tulis singkat. Tanpa nama dan alamat siapa pun.
rota-note-kept = Catatan disimpan dan diteruskan kepada petugas piket. Selamat beristirahat.

# Siap?
rota-ready = <b>Siap piket?</b>
    { $hours }
    Tanpa jawaban sampai { $by }, Anda dianggap berhalangan dan koordinator diberi tahu.
button-ready-yes = ✅ Siap
button-ready-no = Tidak bisa
rota-ready-thanks = ✅ Terima kasih. Piket Anda: { $hours }.
rota-ready-refused = Dicatat: Anda tidak bisa piket { $hours }. Koordinator sudah diberi tahu.
    Kalau ternyata bisa, tekan Siap.
rota-ready-over = Giliran itu sudah lewat.
rota-not-on = <b>Giliran Anda sudah mulai, tetapi Anda belum menekan Siap.</b>
    Panggilan tidak dikirim kepada Anda sebagai petugas piket. Koordinator sudah diberi tahu. Kalau bisa bertugas, tekan Siap sekarang.
rota-unready = <b>{ $name } belum siap piket</b> · { $state }
    Giliran { $hours } sudah mulai. Panggilan tidak dikirim kepada { $name } sebagai petugas piket.
rota-cannot = <b>{ $name } tidak bisa piket</b>
    { $hours }
rota-after-all = { $name } sudah menekan Siap: { $hours }.
button-rota-replace = Cari pengganti
rota-who-instead = Siapa yang menggantikan { $name }?
    { $hours }
rota-nobody-free = Tidak ada petugas yang bebas pada jam itu. Hubungi mereka dengan telepon.
rota-put-in = { $name } masuk jadwal { $hours }. Ia akan ditanya apakah siap.
rota-put-you = Koordinator memasukkan Anda ke jadwal piket: { $hours }.

# Tukar
rota-swap-who = <b>Tukar piket { $hours }</b>
    Kepada siapa? Sampai diterima, giliran ini tetap milik Anda.
rota-swap-sent = Permintaan dikirim kepada { $name }: piket { $hours }. Sampai diterima, giliran ini tetap milik Anda.
rota-swap-asked = <b>{ $name } minta Anda menggantikan piket</b>
    { $hours }
button-swap-yes = ✅ Terima
button-swap-no = Tidak bisa
button-swap-back = Batalkan permintaan
rota-swap-agreed = Piket { $hours }: { $giver } digantikan { $taker }.
rota-swap-refused = { $taker } tidak bisa menggantikan { $giver }: piket { $hours }. Giliran itu tetap milik { $giver }.
rota-swap-withdrawn = Permintaan { $giver } dibatalkan: piket { $hours }. Tidak ada yang berubah.
refusal-has-shift = Petugas itu sudah punya giliran piket pada jam tersebut.
refusal-is-away = Petugas itu sedang cuti atau izin pada jam tersebut.

# Harian
rota-daily = <b>Jadwal piket perlu dilihat</b>
    { $lines }
rota-unused = { $on }

    Jadwal masih kosong: yang piket hanya yang menekan Mulai piket. Koordinator mengisinya lewat Atur jadwal.
rota-empty = Tidak ada yang piket, dan jadwal masih kosong.
rota-lost = { $name } ({ $role }) tidak dapat dihubungi lewat Telegram.

# Mengatur jadwal
rota-menu = <b>Atur jadwal piket</b>
button-rota-add = Tambah
button-rota-list = Daftar dan akhiri
button-rota-reserve = Daftar cadangan
button-rota-end = Akhiri
button-rota-more = Berikutnya
rota-entries = <b>Yang tercatat: { $count }</b>
    Tekan satu untuk mengakhirinya.
rota-no-entries = Jadwal masih kosong.
rota-entry-card = { $entry }
    Dicatat { $by }, { $at }
rota-entry-short = { $what }: { $name }, { $when }
rota-short-holiday = Libur: { $name }, { $day }
rota-ended = Diakhiri: { $entry }
rota-reserve = <b>Daftar cadangan</b>
    Mereka dipanggil sekaligus bila tidak ada yang piket. Bila daftar kosong, semua petugas dipanggil.
rota-kept = ✓ Disimpan: { $entry }
rota-troubles = <b>Perhatian</b>
    { $lines }
rota-in-leave = { $hours }: jatuh pada cuti, jadi tidak dihitung.
rota-told-you = Jadwal piket Anda diubah koordinator.
    { $entry }
rota-told-ended = Jadwal piket Anda diubah koordinator. Diakhiri: { $entry }

ask-rkind = <b>Apa yang ditambahkan?</b>
rkind-week = Giliran tiap minggu
rkind-extra = Giliran satu kali
rkind-leave = Cuti atau izin
rkind-holiday = Hari libur
ask-rwho = <b>Siapa?</b>
ask-rdays = <b>Hari apa saja?</b>
    Pilih satu atau lebih, lalu Selesai.
rdays-all = Setiap hari
rdays-work = Senin–Jumat
ask-rstart = <b>Mulai jam berapa?</b>
    Boleh ditulis, misalnya: 19.00
ask-rend = <b>Sampai jam berapa?</b>
    Lewat tengah malam boleh. Jam yang sama berarti 24 jam.
rota-hour = { $hour }
ask-rsince = <b>Berlaku mulai hari apa?</b>
    Boleh ditulis, misalnya: senin, atau 25-12.
rsince-0 = Hari ini
rsince-1 = Besok
rsince-2 = Lusa
rsince-7 = Minggu depan
ask-runtil = <b>Sampai hari apa?</b>
    Tulis tanggalnya, atau pilih tanpa batas.
runtil-none = Tanpa batas
ask-rhol = <b>Bagaimana pada hari libur?</b>
rhol-also = Tetap piket juga
rhol-not = Tidak piket
rhol-only = Hanya pada hari libur
ask-rday = <b>Hari apa?</b>
    Boleh ditulis, misalnya: senin, atau 25-12.
rday-0 = Hari ini
rday-1 = Besok
rday-2 = Lusa
rday-7 = Minggu depan
ask-rfirst = <b>Mulai hari apa?</b>
    Boleh ditulis, misalnya: senin, atau 25-12.
rfirst-0 = Hari ini
rfirst-1 = Besok
rfirst-2 = Lusa
rfirst-7 = Minggu depan
ask-rlast = <b>Sampai dan dengan hari apa?</b>
    Boleh ditulis, misalnya: jumat, atau 27-12.
rlast-0 = Hari itu saja
rlast-1 = 2 hari
rlast-2 = 3 hari
rlast-6 = 7 hari
ask-rname = <b>Libur apa?</b>
    Misalnya: Idul Fitri.
ask-rsum = <b>Simpan ini?</b>
    { $entry }
rsum-simpan = ✅ Simpan
rota-hours = { $start }–{ $end }
rota-weekly = { $name }: { $days }, { $hours }; mulai { $since }, sampai { $until }; hari libur: { $holidays }
rota-extra = { $name }: { $day }, { $hours }
rota-leave = { $name }: cuti atau izin { $first } sampai { $last }
rota-holiday = Hari libur { $name }: { $day }
rota-span = { $day } { $start }–{ $end }
rota-span-days = { $day } { $start } – { $last } { $end }
rota-no-end = tanpa batas

# Yang terakhir terjadi, pada kartu serah terima
last-report_received = laporan masuk
last-reporter_added = pelapor menambahkan sesuatu
last-facts_learned = ada keterangan baru
last-alert_raised = panggilan dimulai
last-alert_called = petugas dipanggil
last-alert_taken = diambil
last-alert_declined = seorang petugas tidak bisa
last-alert_asked = pemegang ditanya: masih menangani?
last-alert_kept = pemegang tetap menangani
last-alert_returned = dikembalikan
last-alert_ended = panggilan selesai
last-staff_unreachable = seorang petugas tidak dapat dihubungi
last-outreach_rang = diingatkan: penjangkauan
last-outreach_recorded = penjangkauan tercatat
last-decision_confirmed = penilaian dikonfirmasi
last-risk_raised = penilaian dinaikkan
last-lowering_asked = diusulkan turun
last-risk_lowered = penilaian diturunkan
last-lowering_refused = usulan turun tidak disetujui
last-confirmation_rang = diingatkan: konfirmasi penilaian
last-assignment_opened = perlu manajer kasus
last-assignment_rang = diingatkan: manajer kasus
last-case_assigned = manajer kasus ditunjuk
last-contact_rang = diingatkan: kontak pertama
last-contact_recorded = kontak tercatat
last-visit_planned = kunjungan dijadwalkan
last-visit_rang = diingatkan: kunjungan
last-visit_done = kunjungan selesai
last-visit_postponed = kunjungan ditunda
last-visit_unsafe = kunjungan tidak aman
last-case_closed = kasus ditutup
last-alert_joined = petugas kedua ikut
last-alert_offered = ditawarkan kepada rekan
last-alert_handed_over = diserahkan kepada rekan
last-offer_refused = rekan tidak bisa mengambil alih
last-ending_asked = diusulkan ditutup, perlu orang kedua
last-ending_refused = usulan penutupan tidak disetujui
last-alert_paged = dipanggil lewat jalur kedua
last-alert_found = ditemukan pengawas otomatis, dipanggil lagi
last-clock_found = pengawas otomatis: batas waktu terlewat
last-crisis_step = langkah kartu jalan dicatat
last-crisis_step_undone = langkah kartu jalan dibatalkan
last-officer_left = petugas berangkat
last-officer_asked = petugas ditanya: aman?
last-officer_safe = petugas aman
last-officer_silent = petugas tidak menjawab
last-officer_in_danger = petugas butuh bantuan
last-officer_back = petugas kembali
last-protected = kabar dari orang setempat dicatat; lihat kartunya
last-arrival_rang = diingatkan: tiba di lokasi
last-police_opened = waktu lapor polisi berjalan
last-police_rang = diingatkan: lapor polisi
last-police_reported = sudah dilaporkan ke polisi
last-police_excused = tidak dilaporkan ke polisi, dengan alasan
last-visit_missed = kunjungan terlewat
last-entry_written = catatan kasus ditulis
last-entry_corrected = catatan diperbaiki
last-entry_undone = catatan diurungkan
last-step_rang = diingatkan: langkah berikutnya
last-step_postponed = langkah ditunda, dengan alasan
last-handover_asked = diminta diserahkan kepada rekan
last-rights_told = hak korban dijelaskan
last-guardian_named = wali anak dicatat
last-consent_signed = persetujuan tertulis ditandatangani
last-consent_refused = persetujuan tidak diberikan
last-override_asked = pengecualian diusulkan
last-override_agreed = pengecualian disetujui
last-override_denied = pengecualian tidak disetujui
last-override_rang = pengecualian masih menunggu jawaban
last-round_started = asesmen ulang dimulai
last-round_reviewed = putaran asesmen ditinjau
last-one_sided_asked = terminasi sepihak diusulkan
last-one_sided_agreed = terminasi sepihak disetujui
last-one_sided_denied = terminasi sepihak tidak disetujui
last-one_sided_rang = terminasi sepihak masih menunggu jawaban
last-case_entrusted = kasus diserahkan kepada mitra
last-case_taken_back = kasus diambil kembali
last-case_reopened = kasus dibuka kembali
last-case_joined = laporan digabung
last-case_split = berkas dipisah
last-case_delegated = ada pengganti sementara
last-staff_excluded = kerahasiaan berkas diubah
last-party_written = data orang dicatat
last-referral_sent = rujukan dikirim
last-referral_rang = diingatkan: konfirmasi rujukan
last-referral_received = rujukan diterima
last-referral_declined = rujukan ditolak
last-referral_progressed = kabar dari penerima rujukan
last-referral_ended = rujukan selesai
last-referral_withdrawn = rujukan ditarik kembali
last-letter_drafted = surat dibuat
last-letter_checked = surat diperiksa
last-letter_returned = surat dikembalikan untuk diperbaiki
last-letter_signed = surat ditandatangani
last-officer_wrote = petugas menulis kepada pelapor
last-talk_rang = pengingat: pelapor belum dijawab
last-talk_failed = pesan kepada pelapor tidak sampai
last-line_opened = saluran pelapor dibuka
last-line_closed = saluran pelapor ditutup
last-receipt_renewed = kode baru diberikan kepada pelapor
last-safety_chosen = pelapor memilih cara aman dihubungi
last-reporter_left = pelapor membersihkan percakapan di HP-nya
last-reporter_stopped = pelapor meminta berhenti dihubungi
last-file_kept = berkas disimpan
last-file_lost = berkas tidak bisa diambil
last-file_shown = berkas asli diberikan kepada petugas
last-data_shown = pelapor melihat datanya
last-data_corrected = pelapor membetulkan datanya
last-erasure_asked = pelapor meminta datanya dihapus
last-erasure_rang = permintaan hapus data menunggu jawaban
last-erasure_refused = permintaan hapus data dijawab: sebagian tetap disimpan
last-case_erased = isi kasus dihapus
last-consent_renewed = jawaban pelapor atas teks persetujuan baru
last-reporter_distrusted = pelapor mungkin terduga pelaku: tidak diberi kabar
last-reporter_trusted = pelapor kembali dipercaya
