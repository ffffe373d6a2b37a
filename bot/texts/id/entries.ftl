# Catatan kasus: tanda terima, daftar, perbaikan, pembatalan. Tanpa nama, alamat, atau cerita di tanda terima.

entry-recorded = ✓ { $number } · <b>{ $what }</b> sudah dicatat. Terima kasih.
    Ada yang keliru? <b>Urungkan</b> dalam { $minutes } menit, atau <b>Perbaiki</b> kapan saja.
entry-undone-you = ↩︎ { $number } · { $what }: <b>diurungkan</b>. Kasus kembali seperti sebelumnya; catatannya tetap tersimpan dengan tanda.
entry-undone = ↩︎ { $number } · { $what }: diurungkan oleh { $actor }. Kabar sebelumnya tentang ini tidak berlaku.

entry-of = { $what } ({ $steps })
entry-intake = Penerimaan laporan
entry-meeting = Pertemuan
entry-consent = Persetujuan
entry-rights = Delapan hak
entry-guardian = Wali anak
entry-attempt = Upaya menemui
entry-assessment = Asesmen
entry-further = Asesmen lanjutan
entry-conclusion = Laporan kasus
entry-goal = Tujuan
entry-needs = Kebutuhan
entry-plan = Rencana intervensi
entry-conference = Pembahasan kasus
entry-agreement = Kesepakatan rencana
entry-service = Layanan
entry-accompaniment = Pendampingan
entry-result = Hasil layanan
entry-monitoring = Pemantauan
entry-decision = Keputusan
entry-termination = Terminasi
entry-feedback = Umpan balik
entry-note = Catatan

button-undo = ↩︎ Urungkan
button-correct = ✏️ Perbaiki
button-open-case = Buka kasus
button-entries = Catatan kasus
button-note = 📝 Catatan baru

refusal-too-late = Sudah lewat { $minutes } menit, jadi tidak bisa diurungkan lagi. Tekan <b>Perbaiki</b>: isian lama tetap tersimpan, yang benar berlaku.
refusal-built-upon = Sudah ada langkah lain sesudahnya, jadi ini tidak bisa diurungkan. Tekan <b>Perbaiki</b>: isian lama tetap tersimpan, yang benar berlaku.

# Pertanyaan yang dipakai banyak formulir
ask-happened = <b>Kapan?</b>
    Boleh ditulis, misalnya: 14.30, kemarin 09.00, atau 21-11 14.30.
happened-0 = Baru saja
happened-60 = 1 jam lalu
happened-180 = 3 jam lalu
happened-tadi = Tadi, jam …
happened-kemarin = Kemarin, jam …
happened-moment = { $day } pukul { $hour }
ask-happened-hour = <b>Jam berapa?</b>
    Boleh ditulis, misalnya 14.30. Perkiraan sudah cukup.
ask-rate = <b>Bagaimana risikonya sekarang?</b>
    TINGGI berarti: tanpa bantuan, keselamatannya terancam.
rate-tetap = Tetap
rate-RENDAH = RENDAH
rate-SEDANG = SEDANG
rate-TINGGI = TINGGI
ask-rate-why = <b>Apa yang membuat risikonya turun?</b>
    Turun dari TINGGI berlaku sesudah petugas kedua setuju.
told-voice = 🎤 pesan suara
told-photo = 🖼 foto
told-text = tulisan
label-happened = Kapan
label-happened-hour = Jam
label-rate = Risiko
label-rate-why = Alasan risiko turun

# Kasus berubah sementara formulir diisi
meanwhile = { $number } · <b>Sementara Anda mengisi, kasus ini berubah.</b> Sekarang: { $status }
    { $lines }
meanwhile-line = • { $what }, oleh { $who }, { $at }
meanwhile-undone = • { $what }, oleh { $who }, diurungkan
ask-still = <b>Isian Anda belum dicatat.</b> Masih perlu dicatat?
    Bila sudah tidak perlu, tekan <b>Batal</b>.
still-ya = Ya, catat juga

# Apa yang dicatat tentang persetujuan dan wali
entry-consent-signed = Persetujuan ditandatangani
entry-consent-refused = Persetujuan tidak diberikan
entry-consent-void = Penolakan terduga pelaku (tidak berlaku)
entry-consent-asked = Usulan pengecualian
entry-consent-agreed = Pengecualian disetujui
entry-consent-denied = Pengecualian tidak disetujui
entry-meeting-explained = Penjelasan
entry-guardian-offender = Calon wali tidak diterima

# Daftar catatan
entries-list = <b>Catatan kasus { $number }</b> ({ $count })
    { $lines }
entries-none = { $number } · Belum ada catatan.{ $lines }
entries-line = { $nth }. <b>{ $what }</b>{ $mark }
    { $at } · { $who }
entry-nth = { $nth }
button-older = Yang lebih lama
entry-mark-none = {""}
entry-mark-undone = {" "}(diurungkan)
entry-mark-corrected = {" "}(sudah diperbaiki)
entry-mark-correction = {" "}(perbaikan)
entry-told = <b>{ $number } · { $what }</b>{ $mark }
    { $at } · { $who } (ditulis { $written })
    { $lines }
entry-before = <b>Sebelum diperbaiki</b> · { $number } · { $what }{ $mark }
    { $at } · { $who } (ditulis { $written })
    { $lines }
entry-after = <b>Yang berlaku sekarang</b> · { $number } · { $what }{ $mark }
    { $at } · { $who } (ditulis { $written })
    { $lines }
entry-line = <i>{ $label }:</i> { $value }
entry-says-nothing = Tanpa keterangan lain.
entry-file = { $number } · { $what }

# Memperbaiki
amend-which = <b>{ $number } · { $what }</b>
    Isian mana yang keliru? Isian lama tetap tersimpan.
amend-none = { $number } · Catatan ini tidak punya isian yang bisa diperbaiki. Tulis catatan baru sebagai penjelasan.
amend-nth = Jawaban { $nth }
