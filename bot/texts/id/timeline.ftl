# Perjalanan panggilan: satu baris satu kejadian. Hanya nama petugas.

button-course = Perjalanan panggilan
timeline-head = <b>Perjalanan panggilan · { $number }</b>
    { $lines }
timeline-more = { $number } · lanjutan { $part }
    { $lines }
timeline-empty = { $number } · Belum ada panggilan untuk kasus ini.
timeline-how = Tulis nomor kasusnya, misalnya: /riwayat LU-2026-0001
timeline-day = <b>{ $day }</b>
timeline-line = { $clock } { $what }
timeline-nobody = sistem
timeline-unknown = tidak tercatat
timeline-and-more = dan { $count } lainnya

timeline-report_received = laporan masuk
timeline-alert_raised = panggilan dimulai: { $cause }
timeline-alert_called = memanggil { $names }
timeline-called_nobody = tidak ada yang bisa dipanggil; koordinator diberi tahu
timeline-delivered = dikirim ke { $who } ({ $span })
timeline-repeated = dikirim ulang ke { $who } ({ $span }); kiriman pertama kemungkinan besar sudah sampai
timeline-assumed = mungkin sudah sampai di { $who }; jawaban Telegram hilang, tidak diulang lagi ({ $span })
timeline-failed = gagal ke { $who }: { $why }
timeline-why-blocked = memblokir bot
timeline-why-not_found = belum pernah membuka bot
timeline-why-deactivated = akun Telegram sudah tidak ada
timeline-why-forbidden = bot tidak boleh menulis
timeline-why-no_rights = bot tidak boleh menulis
timeline-why-other = tidak dapat dikirim
timeline-alert_taken = diambil { $who } setelah { $span }
timeline-alert_joined = { $who } ikut menangani, setelah { $span }
timeline-alert_declined = { $who }: tidak bisa
timeline-staff_unreachable = { $who } tidak dapat dijangkau
timeline-alert_asked = ditanya: masih menangani?
timeline-alert_kept = { $who }: masih menangani
timeline-alert_returned = dikembalikan { $who }
timeline-alert_returned_silent = dikembalikan: pemegang tidak memberi kabar atau tidak bisa dihubungi lagi
timeline-alert_offered = { $who } meminta { $names } mengambil alih
timeline-alert_handed_over = diambil alih { $who }
timeline-offer_refused = permintaan ambil alih tidak diterima
timeline-alert_paged = dipanggil lewat jalur kedua: { $names }
timeline-alert_found = ditemukan pengawas otomatis, dipanggil lagi
timeline-clock_found = pengawas otomatis menemukan batas waktu yang terlewat tanpa pemberitahuan
timeline-outreach_rang = { $percent } % waktu penjangkauan lewat
timeline-crisis_step = langkah kartu jalan dicatat { $who }
timeline-crisis_step_undone = langkah kartu jalan dibatalkan { $who }
timeline-officer_left = { $who } berangkat
timeline-officer_asked = { $who } ditanya: aman?
timeline-officer_safe = { $who }: aman
timeline-officer_silent = { $who } tidak menjawab pertanyaan keselamatan
timeline-officer_in_danger = { $who } <b>butuh bantuan</b>
timeline-officer_back = { $who } sudah kembali
timeline-protected = kabar dari orang setempat, dicatat { $who } setelah { $span }
timeline-arrival_rang = perkiraan waktu tiba terlewati
timeline-outreach_recorded = penjangkauan tercatat oleh { $who }, setelah { $span }
timeline-contact_recorded = { $who }: { $how }
timeline-decision_confirmed = penilaian (1.5) dikonfirmasi { $who }
timeline-ending_asked = { $who } mengusulkan panggilan ditutup tanpa penjangkauan
timeline-ending_refused = usulan penutupan tidak disetujui
timeline-alert_ended = panggilan selesai, oleh { $who }

length-seconds = { $whole },{ $tenth } dtk
length-minutes = { $minutes } mnt { $seconds } dtk
length-hours = { $hours } jam { $minutes } mnt
length-days = { $days } hari { $hours } jam
