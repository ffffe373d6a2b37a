# Official letters and forms: what staff read on Telegram.

letter-kind-resume = Case type summary
letter-kind-permohonan = Letter of request
letter-kind-tugas = Assignment letter
letter-kind-rujukan = Referral letter
letter-kind-terima_rujukan = Referral receipt form
letter-kind-persetujuan = Informed consent form
letter-kind-rencana = Intervention plan
letter-kind-laporan_kasus = Case report
letter-kind-catatan_monev = Monitoring note
letter-kind-laporan_monev = Monitoring report
letter-kind-form_terminasi = Termination form
letter-kind-laporan_terminasi = Termination report
letter-kind-penolakan = Record of refusal

button-letters = Letters
button-letter = See the letter
button-draft = + Make a letter
button-checkletter = ✓ Checked
button-letterback = Send back with a remark
button-signletter = ✓ Signed (send a photo)

letters-list = <b>Letters · { $number }</b>
    { $lines }
letters-none = There is no letter in this case yet.
letter-line = { $nth }. <b>{ $kind }</b>{ $reference } · { $state }
    made by { $maker } { $made }{ $checked }{ $signed }
letter-line-number = {""} ({ $text })
letter-line-checked = ; checked by { $who } { $at }
letter-line-signed = ; signed, recorded by { $who } { $at }
letter-state-draft = draft, not checked yet
letter-state-form = ready to be signed
letter-state-checked = checked, ready to be signed
letter-state-signed = signed
letter-state-replaced = replaced by a newer one
letters-choose = <b>Which letter?</b> · { $number }
    It is made from what stands in the case. What is not known yet becomes a dotted line to be filled in by hand.
letters-which-referral = <b>For which referral?</b> · { $number }
letters-referral-line = { $agency }, { $sent }
letter-open = { $nth }. { $kind }
letters-offered = { $number } · Letters that are needed now. Press to make one.
letter-document = { $number } · <b>{ $kind }</b>
letter-made = { $number } · <b>{ $kind }</b> is made. Look through it first; the .docx copy can be edited.
    { $next }
letter-next-check = Somebody else checks it before it is signed. Until then it is marked as a draft.
letter-next-sign = Print it, have it signed, then send a photo with the button beneath the PDF.
letter-to-check = { $number } · <b>{ $kind }</b> by { $actor } is waiting to be checked.
letter-checked = { $number } · <b>{ $kind }</b> was checked by { $actor }. Open it to print it and have it signed.
letter-was-checked = { $number } · <b>{ $kind }</b> was checked by { $actor }.
letter-returned = { $number } · <b>{ $kind }</b> was sent back by { $actor }:
    { $remark }
    Make it again once this is mended; the old one will be replaced.
letter-check-done = { $number } · <b>{ $kind }</b>: recorded as checked.
letter-back-done = { $number } · <b>{ $kind }</b>: sent back to who made it.
letter-sign-done = { $number } · <b>{ $kind }</b>: the photo of the signed page is kept.
letter-signed-photo = { $number } · <b>{ $kind }</b>, the signed page
letter-not-made = The file can't be made right now. What stands in it:
letter-changed = This letter has changed since you saw it. This is how it stands now.
refusal-needs-check = Nobody has checked this letter yet. Ask a coordinator or the head to check it first.

ask-ltremark = <b>What needs mending?</b>
    This remark goes to who made the letter.
ask-ltphoto = <b>Send a photo of the signed page.</b>
    Make sure that signature and number can be read. The photo is kept in the case's file only.
ltphoto-kept = photo received

# ── The words of the letters themselves. A letter is always in official Indonesian, whoever makes it: the same as in
#    `id/letters.ftl`, and never rendered from here. ──

letter-draft = KONSEP
letter-replaced = DIGANTI
letter-foot = { $number }
letter-foot-secret = { $number } · RAHASIA · Memuat data pribadi (UU 27/2022), hanya untuk yang berwenang
letter-pages = Halaman { $page } dari { $pages }
letter-number = Nomor: { $number }
letter-case-number = Nomor kasus: { $number }
letter-dated = { $place }, { $date }
letter-date = { $day } { $month } { $year }
letter-moment = { $day } pukul { $hour }.{ $minute } { $zone }
letter-on-day = Tanggal { $date }.
letter-open-day = { $place }, .......................................
letter-dots = ..............................
letter-dash = –
letter-none = Tidak ada
letter-yes = Ya
letter-no = Tidak
letter-unknown = belum diketahui
letter-unknown-name = nama belum diketahui
letter-secret = Rahasia
letter-nip = NIP. .......................................
letter-copies = Tembusan:
letter-copy-file = Arsip
letter-paraf = Paraf
letter-paraf-name = Nama
letter-paraf-sign = Paraf
letter-paraf-made = Pembuat
letter-paraf-checked = Pemeriksa
letter-knows = Mengetahui,
letter-made-at = Dibuat di { $place }
letter-greeting = Dengan hormat,
letter-to = Yth. { $name }
letter-to-open = Yth. ........................................................
letter-at-place = di { $place }
letter-place-open = Tempat
letter-person = { $name } ({ $role })

# Bilangan
letter-num-0 = nol
letter-num-1 = satu
letter-num-2 = dua
letter-num-3 = tiga
letter-num-4 = empat
letter-num-5 = lima
letter-num-6 = enam
letter-num-7 = tujuh
letter-num-8 = delapan
letter-num-9 = sembilan
letter-num-10 = sepuluh
letter-num-11 = sebelas
letter-num-teen = { $n } belas
letter-num-tens = { $n } puluh
letter-num-hundreds = { $n } ratus
letter-num-one-hundreds = seratus
letter-num-thousands = { $n } ribu
letter-num-one-thousands = seribu
letter-num-and = { $head } { $rest }

# Judul
letter-title-resume = RESUME JENIS KASUS
letter-title-permohonan = SURAT PERMOHONAN
letter-title-tugas = SURAT TUGAS
letter-title-rujukan = SURAT RUJUKAN
letter-title-terima-rujukan = FORMULIR PENERIMAAN RUJUKAN
letter-title-persetujuan =
    FORMULIR PERNYATAAN PERSETUJUAN
    (INFORMED CONSENT)
letter-title-rencana = DOKUMEN RENCANA INTERVENSI
letter-title-laporan-kasus = LAPORAN KASUS
letter-title-catatan-monev = CATATAN MONITORING DAN EVALUASI
letter-title-laporan-monev = LAPORAN HASIL MONITORING DAN EVALUASI
letter-title-form-terminasi = FORMULIR PENGAKHIRAN LAYANAN (TERMINASI)
letter-title-laporan-terminasi = LAPORAN TERMINASI
letter-title-penolakan = BERITA ACARA PENOLAKAN LAYANAN

# Dasar hukum
letter-basis-book = Peraturan Bupati Luwu Utara Nomor 58 Tahun 2023 tentang Standar Operasional Prosedur Penanganan Perempuan Korban Tindak Kekerasan dan Anak yang Memerlukan Perlindungan Khusus, Lampiran II angka { $step }
letter-basis-book-title = Peraturan Bupati Luwu Utara Nomor 58 Tahun 2023 tentang Standar Operasional Prosedur Penanganan Perempuan Korban Tindak Kekerasan dan Anak yang Memerlukan Perlindungan Khusus
letter-basis-processes = Peraturan Bupati Luwu Utara Nomor 58 Tahun 2023 tentang Standar Operasional Prosedur Penanganan Perempuan Korban Tindak Kekerasan dan Anak yang Memerlukan Perlindungan Khusus, Lampiran II proses 2 sampai dengan proses 5
letter-basis-report = Laporan pengaduan nomor { $number } tanggal { $date }

# Orang, peran, dan golongan
letter-officer = Petugas
letter-officer-decided = Petugas yang menetapkan
letter-case-manager = Manajer Kasus
letter-role-duty_officer = Petugas Piket
letter-role-case_manager = Manajer Kasus
letter-role-coordinator = Koordinator
letter-role-head = Kepala UPTD PPA
letter-role-admin = Administrator
letter-client-sign = Penerima manfaat
letter-client-guardian = Orang tua/wali/pendamping anak
letter-client-or-guardian = Penerima manfaat/wali
letter-child-if-able = Anak (bila mampu dan bersedia)
letter-witness = Saksi
letter-handed-over = Yang menyerahkan
letter-received-by = Yang menerima
letter-who-refuses = Yang menyatakan
letter-explained-by = Telah dijelaskan oleh
letter-sex-P = Perempuan
letter-sex-L = Laki-laki
letter-born = { $age } ({ $day })
letter-age = { $age } tahun
letter-sort-P-anak = Anak perempuan
letter-sort-P-dewasa = Perempuan dewasa
letter-sort-P-janin = Anak dalam kandungan
letter-sort-P-x = Perempuan
letter-sort-L-anak = Anak laki-laki
letter-sort-L-dewasa = Laki-laki dewasa
letter-sort-L-janin = Anak dalam kandungan
letter-sort-L-x = Laki-laki
letter-sort-x-anak = Anak
letter-sort-x-dewasa = Orang dewasa
letter-sort-x-janin = Anak dalam kandungan
letter-sort-x-x = Belum diketahui
letter-client-nth = Penerima manfaat { $nth }
letter-offender-line = { $name } ({ $sex }, { $age }); hubungan dengan korban: { $relation }

# Jenis, risiko, kewenangan
letter-type-KTP = Kekerasan terhadap perempuan (KTP)
letter-type-KTA = Kekerasan terhadap anak (KTA)
letter-type-ABH = Anak yang berhadapan dengan hukum (ABH)
letter-type-LAINNYA = Lainnya
letter-type-BUKAN_LAPORAN = Bukan laporan
letter-type-AMPK = Anak yang memerlukan perlindungan khusus (AMPK)
letter-risk-RENDAH = Rendah
letter-risk-SEDANG = Sedang
letter-risk-TINGGI = Tinggi
letter-risk-none = Belum dinilai
letter-risk-emergency = { $risk }, darurat: membutuhkan penanganan segera
letter-emergency = Darurat, membutuhkan penanganan segera
letter-no-emergency = Tidak darurat
letter-no-criteria = Tidak ada kriteria risiko yang terpenuhi pada saat penetapan.
letter-violence-fisik = Kekerasan fisik
letter-violence-psikis = Kekerasan psikis
letter-violence-seksual = Kekerasan seksual
letter-violence-kbgo = Kekerasan berbasis gender online
letter-violence-penelantaran = Penelantaran
letter-violence-eksploitasi = Eksploitasi
letter-violence-tppo = Tindak pidana perdagangan orang
letter-violence-perkawinan_paksa = Perkawinan paksa
letter-violence-hilang = Orang hilang
letter-violence-lainnya = Kekerasan lainnya
# 15 kategori AMPK (Pasal 1 angka 17)
letter-ampk-A01 = Anak dalam situasi darurat
letter-ampk-A02 = Anak yang berhadapan dengan hukum
letter-ampk-A03 = Anak dari kelompok minoritas dan terisolasi
letter-ampk-A04 = Anak yang dieksploitasi secara ekonomi dan/atau seksual
letter-ampk-A05 = Anak yang menjadi korban penyalahgunaan narkotika, alkohol, psikotropika, dan zat adiktif lainnya
letter-ampk-A06 = Anak yang menjadi korban pornografi
letter-ampk-A07 = Anak dengan HIV dan AIDS
letter-ampk-A08 = Anak korban penculikan, penjualan, dan/atau perdagangan
letter-ampk-A09 = Anak korban kekerasan fisik dan/atau psikis
letter-ampk-A10 = Anak korban kejahatan seksual
letter-ampk-A11 = Anak korban jaringan terorisme
letter-ampk-A12 = Anak penyandang disabilitas
letter-ampk-A13 = Anak korban perlakuan salah dan penelantaran
letter-ampk-A14 = Anak dengan perilaku sosial menyimpang
letter-ampk-A15 = Anak yang menjadi korban stigmatisasi dari pelabelan terkait dengan kondisi orang tuanya
letter-place-DESA = Desa/kelurahan (PATBM)
letter-place-KABUPATEN = Kabupaten
letter-place-PROVINSI = Provinsi
letter-place-NASIONAL = Nasional
letter-place-KAB_LAIN = Kabupaten/kota lain
letter-route-a = a. Dilanjutkan ke proses penanganan oleh UPTD PPA
letter-route-b = b. Dibantu mengakses PATBM di desa/kelurahan
letter-route-c = c. Dibantu mengakses Dinas Sosial (anak yang berhadapan dengan hukum)
letter-route-d = d. Dibantu mengakses UPTD PPA Provinsi/Kementerian PPPA
letter-route-dx = d. Dibantu mengakses UPTD PPA kabupaten/kota lain
letter-route-e = e. Penjangkauan dan layanan kedaruratan
letter-route-f = f. Diberi informasi layanan yang sesuai
letter-channel-chat = Pesan Telegram
letter-channel-datang = Datang langsung
letter-channel-telepon = Telepon
letter-channel-surat = Surat
letter-channel-medsos = Media sosial
letter-channel-mitra = Rujukan/laporan mitra
letter-agency-kesehatan = Layanan kesehatan
letter-agency-psikologi = Layanan psikologi
letter-agency-sosial = Rehabilitasi/layanan sosial
letter-agency-polisi = Kepolisian
letter-agency-hukum = Bantuan hukum
letter-agency-patbm = PATBM desa/kelurahan
letter-agency-provinsi = UPTD PPA Provinsi
letter-agency-nasional = Kementerian PPPA
letter-agency-kabupaten_lain = UPTD PPA kabupaten/kota lain

# Label baris dan kolom
letter-row-number = Nomor
letter-row-nature = Sifat
letter-row-enclosed = Lampiran
letter-row-subject = Perihal
letter-row-case = Nomor kasus
letter-row-kecamatan = Kecamatan
letter-row-reported = Laporan diterima
letter-row-channel = Media pengaduan
letter-row-clients = Penerima manfaat
letter-row-client = Penerima manfaat
letter-row-violence = Bentuk kekerasan
letter-row-ampk = Kategori AMPK
letter-row-types = Jenis kasus
letter-row-risk = Tingkat risiko
letter-row-risk-now = Risiko saat ini
letter-row-confirmed = Ditetapkan pada
letter-row-confirmed-by = Ditetapkan oleh
letter-row-second = Disetujui petugas kedua
letter-row-reason = Alasan
letter-row-need = Layanan yang dibutuhkan
letter-row-contact = Narahubung
letter-row-basis = Dasar
letter-row-given-to = Kepada
letter-row-task = Untuk
letter-row-term = Jangka waktu
letter-row-name = Nama
letter-row-nik = NIK
letter-row-sex = Jenis kelamin
letter-row-born = Umur/tanggal lahir
letter-row-age = Umur
letter-row-home = Alamat
letter-row-phone = Nomor telepon
letter-row-education = Pendidikan
letter-row-occupation = Pekerjaan
letter-row-disability = Disabilitas/kebutuhan khusus
letter-row-relation = Hubungan dengan korban
letter-row-guardian = Nama wali/pendamping
letter-row-guardian-relation = Hubungan dengan anak
letter-row-along = Pendamping
letter-row-next = Koordinasi berikutnya
letter-row-offender = Terduga pelaku
letter-row-bio = Kondisi biologis/kesehatan
letter-row-psy = Kondisi psikologis
letter-row-soc = Kondisi sosial
letter-row-spi = Kondisi spiritual
letter-row-legal = Status hukum
letter-row-windows = Catatan waktu
letter-row-from = Asal rujukan
letter-row-to = Tujuan rujukan
letter-row-letter-number = Nomor surat rujukan
letter-row-sent = Tanggal rujukan
letter-row-received = Diterima pada
letter-row-receiver = Petugas penerima
letter-row-post = Jabatan
letter-row-client-state = Keadaan saat diterima
letter-row-because = Alasan/keterangan
letter-row-service = Layanan yang diberikan
letter-row-as = Selaku
letter-row-visited = Waktu kunjungan/kontak
letter-row-visitor = Petugas
letter-row-round = Asesmen putaran ke
letter-row-rounds = Jumlah putaran asesmen
letter-row-next-visit = Kunjungan berikutnya
letter-row-manager = Manajer kasus
letter-row-signed = Ditandatangani pada
letter-row-ground = Dasar pengakhiran
letter-row-others-safe = Anak/anggota keluarga lain aman
letter-row-agreed-by = Disetujui oleh
letter-row-agreed-on = Disetujui pada
letter-col-nth = No.
letter-col-name = Nama
letter-col-nip = NIP
letter-col-post = Jabatan
letter-col-criterion = Kriteria yang terpenuhi
letter-col-basis = Dasar
letter-col-side = Aspek
letter-col-seen = Hasil pengamatan
letter-col-date = Tanggal
letter-col-when = Waktu
letter-col-how = Cara
letter-col-service = Layanan
letter-col-by = Petugas
letter-col-who = Pelaksana
letter-col-need = Kebutuhan
letter-col-until = Batas waktu
letter-col-step = Angka
letter-col-what = Tahapan
letter-col-topic = Penilaian
letter-col-very = Sangat baik
letter-col-good = Baik
letter-col-fair = Cukup
letter-col-poor = Kurang

# Resume jenis kasus
letter-resume-a = A. Laporan
letter-resume-b = B. Jenis kasus
letter-resume-c = C. Tingkat risiko
letter-resume-d = D. Kewenangan penanganan
letter-resume-e = E. Tindak lanjut (Lampiran II angka 1.5)
letter-resume-f = F. Penetapan

# Surat permohonan
letter-subject-companion = Permohonan Pendampingan Kasus
letter-subject-further = Permohonan Asesmen Lanjutan
letter-request-companion = Berdasarkan { $basis }, dan menindaklanjuti laporan yang kami terima pada tanggal { $date }, dengan ini kami mohon kesediaan Saudara untuk menugaskan pendamping kasus/pekerja sosial/manajer kasus/kader terlatih PATBM guna menangani kasus berikut:
letter-request-further = Berdasarkan { $basis }, dan menindaklanjuti laporan yang kami terima pada tanggal { $date }, dengan ini kami mohon kesediaan Saudara untuk membantu asesmen lanjutan dalam kasus berikut:
letter-request-no-names = Demi keselamatan dan kerahasiaan, identitas penerima manfaat tidak dicantumkan dalam surat ini dan hanya disampaikan langsung kepada petugas yang ditunjuk. Kesediaan Saudara mohon disampaikan kepada narahubung tersebut di atas.
letter-request-end = Demikian permohonan ini kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.

# Surat tugas
letter-orders = MENUGASKAN:
letter-task-outreach = Melakukan penjangkauan dan memberikan layanan kedaruratan sehubungan dengan laporan nomor { $number } di Kecamatan { $where };
letter-task-visit = Melakukan kunjungan/kontak langsung dengan penerima manfaat dan keluarga, menjelaskan maksud dan tujuan pemberian layanan, serta menyiapkan pernyataan persetujuan tertulis sehubungan dengan laporan nomor { $number } di Kecamatan { $where };
letter-task-handling = Melakukan asesmen, perencanaan, pelaksanaan, pemantauan, dan evaluasi layanan sehubungan dengan laporan nomor { $number } di Kecamatan { $where };
letter-task-secret = Menjaga keselamatan serta kerahasiaan penerima manfaat dan keluarganya;
letter-task-together = Berkoordinasi dengan pihak terkait sebatas yang diperlukan dan disetujui penerima manfaat;
letter-task-report = Melaporkan hasil pelaksanaan tugas kepada Kepala UPTD PPA.
letter-task-term = Sejak tanggal ditetapkan sampai dengan ........................................
letter-task-end = Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab. Kepada pihak terkait dimohon memberikan bantuan yang diperlukan.

# Surat rujukan
letter-subject-referral = Rujukan: { $kind }
letter-subject-referral-open = Rujukan Layanan
letter-enclosed-receipt = 1 (satu) lembar
letter-referral-begin = Berdasarkan { $basis }, dengan ini kami merujuk penerima manfaat berikut untuk memperoleh layanan dari Saudara:
letter-referral-unnamed = Demi keselamatan dan kerahasiaan, identitas tidak dicantumkan dalam surat ini. Yang bersangkutan akan diperkenalkan langsung oleh pendamping, sepanjang ia menyetujuinya.
letter-referral-asked = Adapun rujukan ini dengan keterangan sebagai berikut:
letter-referral-return = Kami mohon formulir penerimaan rujukan terlampir diisi dan dikembalikan kepada kami segera setelah yang bersangkutan diterima, dan perkembangan layanan disampaikan secara berkala. Data dalam surat ini hanya digunakan untuk keperluan layanan dan tidak disebarluaskan kepada pihak lain.
letter-referral-end = Demikian surat rujukan ini kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.
letter-ground-consent = Data yang disampaikan terbatas pada yang diperlukan untuk layanan ini dan telah disetujui secara tertulis oleh penerima manfaat atau walinya.
letter-ground-danger = Data yang disampaikan terbatas pada yang diperlukan untuk menyelamatkan penerima manfaat dalam keadaan darurat.
letter-ground-law = Data yang disampaikan terbatas pada yang diperlukan, karena penanganannya menurut ketentuan peraturan perundang-undangan menjadi kewenangan Saudara atau telah diputuskan oleh pejabat yang berwenang.
letter-ground-minimal = Data yang disampaikan sengaja dibatasi dan tidak memuat identitas penerima manfaat.
letter-along-must = Wajib didampingi petugas UPTD PPA
letter-windows = Mohon pemeriksaan segera: pencegahan HIV pascapajanan paling lambat 72 jam dan kontrasepsi darurat paling lambat 120 jam sejak kejadian, menurut penilaian dokter.

# Formulir penerimaan rujukan
letter-receipt-a = A. Rujukan
letter-receipt-b = B. Penerimaan
letter-receipt-c = C. Keputusan penerima rujukan
letter-receipt-taken = Diterima dan dilayani
letter-receipt-declined = Tidak dapat diterima
letter-receipt-passed-on = Diteruskan kepada layanan lain
letter-receipt-secret = Identitas penerima manfaat tidak ditulis dalam formulir ini; cukup nomor kasus. Mohon formulir dikembalikan kepada pihak yang merujuk.
letter-receipt-dots-date = Tanggal: ....................................... pukul: ....................

# Formulir persetujuan
letter-consent-begin = Saya yang bertanda tangan di bawah ini:
letter-consent-guardian = Dalam hal penerima manfaat adalah anak, diwakili oleh orang tua/wali/pendamping yang bukan terduga pelaku:
letter-consent-told = Menyatakan bahwa petugas telah menjelaskan kepada saya, dengan bahasa yang saya pahami, dan saya mengerti bahwa:
letter-consent-aim = layanan ini bertujuan melindungi dan membantu saya, dan langkah-langkahnya akan dibicarakan dan diputuskan bersama saya;
letter-consent-free = saya bebas menyetujui atau menolak, seluruhnya atau sebagian, tanpa tekanan dari siapa pun;
letter-consent-back = saya dapat menarik kembali persetujuan ini kapan saja, dan dapat meminta layanan lagi di kemudian hari;
letter-consent-secret = apa yang saya sampaikan dirahasiakan, dan hanya dibagikan kepada pihak yang saya setujui di bawah ini, sebatas yang diperlukan;
letter-consent-limits = kerahasiaan dapat dikecualikan bila ada bahaya bagi nyawa atau keselamatan, atau bila undang-undang mewajibkan pelaporan; dalam hal demikian saya akan diberi tahu sejauh memungkinkan;
letter-consent-data = data saya disimpan dan dilindungi menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi; saya boleh melihat, memperbaiki, atau meminta penghapusannya sesuai ketentuan.
letter-consent-rights = Hak-hak yang telah dijelaskan kepada saya (beri tanda centang pada yang sudah dijelaskan)
letter-right-medis = Hak atas pemulihan medis
letter-right-psikologis = Hak atas pemulihan psikologis
letter-right-hukum = Hak atas perlindungan hukum, termasuk jaminan perlindungan dari ancaman dan tindakan balas dendam
letter-right-sosial = Hak atas pendampingan sosial dan rohaniwan
letter-right-rahasia = Hak atas jaminan kerahasiaan
letter-right-penasihat = Hak atas penasihat/kuasa hukum
letter-right-aman = Hak atas perlindungan sementara/rumah aman
letter-right-terbaik = Hak atas pelayanan yang sebaik-baiknya
letter-consent-scope = Data yang diperlukan boleh dibagikan kepada
letter-consent-scope-how = Beri tanda centang pada yang disetujui. Yang tidak dicentang berarti tidak disetujui.
letter-consent-hopes = Harapan saya terkait kasus yang saya alami
letter-consent-answer = Pernyataan
letter-consent-yes = Saya MENYETUJUI mendapat layanan UPTD PPA dengan ketentuan di atas.
letter-consent-no = Saya TIDAK MENYETUJUI.
letter-consent-end = Pernyataan ini saya buat dengan sadar dan tanpa paksaan dari pihak mana pun.

# Berita acara penolakan
letter-minutes-day = Pada hari ini, { $weekday }, tanggal { $day } bulan { $month } tahun { $year } ({ $date }), bertempat di { $place }/................................................................, saya yang bertanda tangan di bawah ini:
letter-minutes-met = telah bertemu dengan:
letter-signer-korban = Penerima manfaat
letter-signer-wali = Wali/pendamping anak
letter-signer-keluarga = Keluarga
letter-signer-pelaku = Terduga pelaku (penolakan tidak berlaku)
letter-minutes-case = Sehubungan dengan kasus nomor { $number }, dengan ini dinyatakan bahwa:
letter-minutes-explained = petugas telah menjelaskan maksud, tujuan, dan bentuk layanan serta hak-hak yang bersangkutan, termasuk hak atas kerahasiaan dan perlindungan;
letter-minutes-refuses = yang bersangkutan tidak bersedia menandatangani formulir persetujuan (informed consent) dan tidak menghendaki penanganan dilanjutkan;
letter-minutes-pressed = pernyataan ini diberikan dengan sadar dan, sejauh diketahui petugas, tanpa tekanan dari pihak mana pun.
letter-minutes-reason = Alasan yang disampaikan
letter-minutes-after = Petugas telah menyampaikan pula bahwa
letter-minutes-stops = penanganan dihentikan dan data tidak dibagikan kepada pihak lain;
letter-minutes-law = penghentian tidak berlaku bila ada bahaya bagi nyawa, bila keselamatan anak terancam, atau bila undang-undang mewajibkan tindakan atau pelaporan;
letter-minutes-open = layanan dapat diminta kembali kapan saja, tanpa syarat dan tanpa biaya.
letter-minutes-end = Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.
letter-minutes-unsigned = Yang bersangkutan tidak bersedia menandatangani berita acara ini.

# Rencana intervensi
letter-plan-goal = A. Tujuan
letter-plan-needs = B. Kebutuhan
letter-plan-services = C. Rencana layanan
letter-plan-conference = D. Pembahasan kasus/pertemuan keluarga
letter-plan-agreed = Pernyataan penerima manfaat
letter-need-health = Layanan kesehatan
letter-need-psychology = Konseling/pemulihan psikologis
letter-need-social = Rehabilitasi sosial
letter-need-legal = Bantuan dan penegakan hukum
letter-need-guidance = Pendampingan dan bimbingan anak/keluarga/masyarakat
letter-plan-yes = Saya menyetujui rencana ini.
letter-plan-yes-but = Saya menyetujui dengan perubahan yang ditulis di atas.
letter-plan-no = Saya belum menyetujui.

# Laporan kasus
letter-report-client = A. Identitas penerima manfaat
letter-report-offender = B. Terduga pelaku
letter-report-story = C. Uraian kejadian yang disampaikan
letter-report-found = D. Hasil asesmen
letter-told-voice = (pesan suara, tersimpan di berkas kasus)
letter-told-photo = (tulisan tangan/foto, tersimpan di berkas kasus)
letter-police-number = Sudah dilaporkan ke polisi, nomor { $number }
letter-referral-story = Uraian singkat kejadian (diisi seperlunya oleh petugas):
letter-row-hopes = Kebutuhan dan harapan
letter-row-further = Asesmen lanjutan
letter-report-concluded = E. Kesimpulan dan rekomendasi

# Monitoring dan evaluasi
letter-note-way = Cara
letter-way-visit = Kunjungan rumah
letter-way-phone = Telepon/pesan
letter-way-office = Di kantor
letter-way-partner = Melalui mitra
letter-note-state = Keadaan penerima manfaat dan keluarga
letter-note-found = Catatan
letter-note-next = Tindak lanjut
letter-next-same = Layanan dilanjutkan sesuai rencana
letter-next-change = Rencana perlu diubah
letter-next-again = Perlu asesmen ulang
letter-next-end = Dapat dipersiapkan untuk terminasi
letter-monitoring-visits = A. Pelaksanaan monitoring
letter-monitoring-result = B. Hasil evaluasi
letter-monitoring-decision = C. Keputusan tindak lanjut
letter-monitoring-goes-on = Penerima manfaat masih membutuhkan layanan: asesmen diulang (angka 5.6)
letter-monitoring-ends = Rencana telah dilaksanakan seluruhnya dan penerima manfaat dianggap pulih: terminasi direncanakan (angka 5.7)

# Terminasi
letter-end-begin = Saya yang bertanda tangan di bawah ini:
letter-end-told = menyatakan telah mendapat penjelasan tentang rencana pengakhiran layanan UPTD PPA sebagai berikut:
letter-end-served = Layanan yang telah diberikan
letter-end-why = Alasan pengakhiran
letter-end-because-goal = Tujuan layanan telah tercapai dan hak-hak saya telah dipenuhi
letter-end-because-safe = Saya merasa aman dan tidak lagi membutuhkan layanan
letter-end-because-moved = Pindah tempat tinggal; layanan diteruskan oleh:
letter-end-because-wish = Atas permintaan saya sendiri
letter-end-because-other = Lainnya:
letter-end-plan = Rencana setelah layanan berakhir
letter-end-feedback = Penilaian atas layanan
letter-end-feedback-how = Beri tanda centang. Penilaian apa pun tidak memengaruhi hak Saudara atas layanan.
letter-feedback-respect = Petugas menghormati saya dan tidak menghakimi
letter-feedback-listened = Pendapat dan pilihan saya didengarkan
letter-feedback-secret = Kerahasiaan saya dijaga
letter-feedback-quick = Layanan diberikan dengan cepat dan mudah
letter-feedback-help = Layanan membantu saya
letter-end-advice = Saran:
letter-end-declares = Dengan ini saya menyatakan
letter-end-agrees = menyetujui layanan UPTD PPA dalam kasus ini diakhiri;
letter-end-returns = mengetahui bahwa saya dapat meminta layanan lagi kapan saja;
letter-end-whom = telah diberi tahu cara menghubungi { $unit } dan layanan darurat SAPA 129.
letter-end-way = A. Perjalanan kasus
letter-end-served-b = B. Layanan yang telah diberikan
letter-end-how = C. Pengakhiran layanan
letter-end-said = D. Umpan balik penerima manfaat
letter-end-file = E. Kelengkapan dokumen
letter-end-signed = Formulir terminasi ditandatangani penerima manfaat/wali (angka 6.3)
letter-end-one-sided = Terminasi sepihak (angka 6.4)
letter-end-closed = Dengan laporan ini status kasus dinyatakan ditutup. Kasus dapat dibuka kembali bila diperlukan.
letter-one-sided-meninggal = Penerima manfaat meninggal dunia
letter-one-sided-hilang = Keberadaan penerima manfaat tidak diketahui
letter-one-sided-menolak = Penerima manfaat menolak didampingi
letter-attempt-visit = Kunjungan
letter-attempt-other = Telepon/pesan/keluarga
letter-step-1-5 = Penetapan jenis, risiko, dan kewenangan
letter-step-1-7 = Penugasan pendamping
letter-step-1-8 = Kontak/kunjungan pertama
letter-step-1-10 = Persetujuan tertulis
letter-step-2-1 = Asesmen awal
letter-step-2-7 = Laporan kasus
letter-step-3-5 = Rencana disetujui
letter-step-4-1 = Layanan diberikan
letter-step-4-5 = Laporan hasil intervensi
letter-step-5-2 = Kunjungan monitoring
letter-step-5-5 = Laporan hasil monitoring
letter-step-5-8 = Kelengkapan dokumen diperiksa
letter-step-6-1 = Rencana terminasi disampaikan
letter-step-6-3 = Formulir terminasi ditandatangani
