# Jalur kedua: SMS, surel, ntfy. Tanpa nama, alamat, atau cerita. Huruf biasa saja, supaya muat dalam satu SMS.

page-title = LaporAman
page-alert = { $repeat }{ $severity } { $number }, { $kecamatan }. Menunggu { $since }, { $state }.{ $away }
page-again = ULANGAN.{" "}
page-nobody = belum ada yang mengambil
page-too-few = yang mengambil belum cukup
page-away = {" "}Bot terputus dari Telegram, kartunya menyusul: telepon teman piket.
page-with-link = { $text }
    Buka Telegram: { $link }
page-without-link = { $text }
    Buka Telegram.
page-repeated = (Mungkin sudah Anda terima.) { $text }
page-test = UJI COBA - bukan panggilan. Jalur kedua LaporAman sampai kepada Anda. Tidak perlu berbuat apa-apa.
