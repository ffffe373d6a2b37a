"""Words of what is no story: taking back, saying that all is well, trying the bot out, mere questions.

Add lines freely. Every entry is written out in plain spelling; short forms and slips are written out by `reading`
before they are looked for here. A whole message must be one of the entries (filling words beside it don't count); of a
question, all words of one entry must stand in the message, in any order.
"""

from __future__ import annotations

from handlers.conversation.reading import each

#: Words that say nothing by themselves.
FILLING = each(
    "kak kakak bu ibu pak bapak mbak mas min admin bang om maaf maap sorry ya iya yah kok ji mi pi deh dong nih sih "
    "saja aja terima kasih makasih trims thanks please tolong mohon alhamdulillah kami saya sy aku ki ta lagi sekarang "
    "semua semuanya sini disini di dari itu ini tadi hehe hehehe the my i am we it now"
)

#: A message of nothing else but filling and polite words that has one of these, and asks for nothing, says thanks.
THANKING = each("terima kasih makasih trims thanks")
POLITE = each("banyak sekali ok oke okay baik siap sip you very much")
PLEADING = each("tolong mohon please")

WHOLE: dict[str, tuple[str, ...]] = {
    "cancel": (
        "batal", "batalkan", "dibatalkan", "batal lapor", "batalkan laporan", "laporan dibatalkan", "tidak jadi",
        "tidak jadi lapor", "tidak jadi melapor", "cabut laporan", "mau batalkan laporan", "mau batal", "laporan batal",
        "mau cabut laporan", "lupakan", "cancel", "cancel report",
        "tidak jadi cerita", "hapus laporan", "abaikan laporan", "abaikan",
    ),
    "mistake": (
        "salah kirim", "salah pencet", "salah tekan", "salah sambung", "salah orang", "salah nomor", "salah kamar",
        "salah ketik", "terpencet", "kepencet", "tidak sengaja", "tidak sengaja terpencet", "tidak sengaja kepencet",
        "cuma salah pencet", "cuma kepencet", "kepencet anak", "dipencet anak", "anak yang pencet", "salah chat",
        "wrong number", "sent by mistake", "by mistake", "wrong chat", "pesan salah kirim",
        "hp dimainkan anak", "salah pesan",
    ),
    "calmed": (
        "sudah aman", "sudah aman kak", "aman", "keadaan sudah aman", "sudah tidak apa-apa",
        "tidak apa-apa", "sudah baikan", "sudah damai", "sudah berdamai", "sudah selesai masalahnya", "sudah baik",
        "sudah baik-baik", "sudah reda", "sudah tenang", "sudah aman terkendali", "masalah sudah selesai", "safe",
        "already safe", "sudah diselesaikan secara kekeluargaan", "sudah diselesaikan",
    ),
    "joke": (
        "tes", "test", "testing", "tes bot", "test bot", "cek", "cek bot", "coba", "coba-coba", "cuma coba", "cuma tes",
        "cuma iseng", "iseng", "iseng doang", "prank", "bercanda", "cuma bercanda", "bot ya", "robot ya",
        "just testing", "just kidding", "tes tes", "test test", "tes 123", "cek cek",
    ),
}  # fmt: skip

#: Somebody sells or spreads something: one of these in a short message.
SELLING = each("promo diskon slot gacor pinjol togel endorse subscribe giveaway cashback")
LAUGHTER = r"(?:wk){2,}w?|(?:ha){2,}h?|(?:he){3,}h?|(?:xi){2,}|lol+|😂+|🤣+"

ASKING = each(
    "apa apakah siapa kapan mana bagaimana gimana berapa bisakah boleh bisa tanya bertanya nanya mau caranya cara "
    "syarat di kemana dimana what who when where how can which ask"
)

QUESTIONS: dict[str, tuple[str, ...]] = {
    "papers": (
        "ktp", "e-ktp", "akta", "akte", "kartu keluarga", "kk", "dukcapil", "capil", "nik", "surat pindah", "kia",
        "birth certificate", "identity card",
    ),
    "hours": (
        "jam buka", "jam berapa", "jam layanan", "jam kerja", "hari libur", "buka kapan", "24 jam", "jam pelayanan",
        "buka hari", "tutup jam", "masih buka", "opening hours", "what time", "office hours",
    ),
    "cost": ("bayar", "biaya", "gratis", "biayanya", "dipungut", "cost", "free", "pay"),
    "secret": (
        "rahasia", "dirahasiakan", "identitas", "siapa yang baca", "siapa baca", "ketahuan", "secret", "confidential",
        "anonymous", "anonim", "privasi",
    ),
    "rights": ("hak", "haknya", "hak-hak", "hak korban", "rights", "perlindungan hukum"),
    "course": (
        "setelah lapor", "sesudah lapor", "setelah melapor", "habis lapor", "proses laporan", "prosesnya",
        "alur laporan", "alurnya", "laporan diproses", "berapa lama proses", "what happens report", "tindak lanjut",
        "prosedur",
    ),
    "place": (
        "kantor mana", "kantornya mana", "alamat", "alamatnya", "lapor mana", "melapor mana", "mengadu mana",
        "lapor kemana", "melapor kemana", "lapor dimana", "mengadu kemana", "kantor dimana", "kantornya dimana",
        "minta bantuan mana", "where report", "where office", "where go", "cara lapor", "cara melapor",
    ),
    "services": (
        "layanan", "layanannya", "pelayanan", "bantuan apa", "uptd", "nomor apa", "bot apa", "tentang apa",
        "bisa bantu apa", "bantu apa", "ini apa", "what services", "what is this", "services",
    ),
}  # fmt: skip

#: Asked after a report: has anybody read it, when does somebody come. The whole message is one of these.
NEWS = (
    "ada yang baca", "ada yang membaca", "ada yang sudah baca", "siapa yang baca", "sudah dibaca", "sudah baca",
    "sudah dibaca belum", "sudah dibaca atau belum", "belum dibaca", "apakah sudah dibaca", "laporan sudah dibaca",
    "apa sudah dibaca", "laporan saya sudah dibaca", "pesan saya sudah dibaca", "ada kabar", "belum ada kabar",
    "sudah ada kabar", "ada kabar belum", "bagaimana kabar laporan", "kabar laporan", "bagaimana laporan saya",
    "bagaimana laporannya", "laporan sampai mana", "sampai mana laporan", "status", "status laporan", "laporan sampai",
    "laporan sudah sampai", "kapan dihubungi", "kapan saya dihubungi", "kapan ditelepon", "kapan dijawab",
    "kenapa belum dihubungi", "belum dihubungi", "kapan ada kabar", "has anyone read it", "anyone read this",
    "has anybody read it", "did anyone read it", "any news", "has it been read", "status of report",
)  # fmt: skip

#: Words that name a kind of violence without telling of one.
IN_GENERAL = each(
    "kdrt kekerasan pelecehan seksual bullying perundungan kekerasannya diskriminasi penelantaran ancaman poligami"
)
