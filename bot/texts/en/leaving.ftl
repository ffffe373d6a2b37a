# Leaving without a trace. Not one word here may tell somebody else what this chat is.
button-exit = 🚪 Leave
leave-keep = There are notes that were not sent. Keep them for { $days } days, or throw them away too? Without an answer we keep them.
button-exit-keep = Keep
button-exit-forget = Throw away

# The last line that stays on the screen
leave-perpustakaan = Thank you. Books can be returned during opening hours, Monday to Friday 08.00–15.00.
leave-sekolah = Thank you. The timetable is on the notice board, Monday to Friday 07.30–14.00.
leave-klinik = Thank you. The counter is open Monday to Saturday 08.00–12.00. Please bring your card.
leave-older = { $line }

    We can't delete messages that are older than two days. To delete them: press long on the message and choose Delete, or delete the whole chat in the list of chats.

# For who holds the case
reporter-left = Case { $number }: the reporter has cleared the chat on their phone. Don't write or call first, but in the way that they chose themselves.
line-silent = 🔇 <b>Silent alarm:</b> somebody else may be looking at the reporter's phone. Don't call and don't write.

# Cover: library
decoy-perpustakaan-menu = Welcome to the library. What would you like to know?
decoy-perpustakaan-jam = Monday to Friday 08.00–15.00, Saturday 08.00–12.00. Closed on Sundays and holidays.
decoy-perpustakaan-cuaca = Forecast: fair, some light rain in the afternoon. Bring an umbrella if you come to the library later.
decoy-perpustakaan-alamat = The reading room is on the ground floor, near the entrance. Parking is in the front yard.
decoy-perpustakaan-layanan = The member card is free: bring an identity or student card. Two books, seven days at most.
button-decoy-perpustakaan-jam = Opening hours
button-decoy-perpustakaan-cuaca = Weather
button-decoy-perpustakaan-alamat = Reading room
button-decoy-perpustakaan-layanan = Member card

# Cover: school
decoy-sekolah-menu = Welcome to the school office. What would you like to know?
decoy-sekolah-jam = The office is open Monday to Friday 07.30–14.00. Closed on holidays.
decoy-sekolah-cuaca = Forecast: fair, some light rain in the afternoon. Pupils should bring an umbrella.
decoy-sekolah-alamat = The office is beside the front gate. Visitors sign the guest book first.
decoy-sekolah-layanan = Certificates for pupils: bring the student card, ready in two working days. Free of charge.
button-decoy-sekolah-jam = Office hours
button-decoy-sekolah-cuaca = Weather
button-decoy-sekolah-alamat = The office
button-decoy-sekolah-layanan = Certificates

# Cover: clinic
decoy-klinik-menu = Welcome to the clinic. What would you like to know?
decoy-klinik-jam = The counter is open Monday to Saturday 08.00–12.00. Closed on Sundays and holidays.
decoy-klinik-cuaca = Forecast: fair, some light rain in the afternoon. Take care and drink enough.
decoy-klinik-alamat = The counter is to the right of the entrance. Take a number at the front desk.
decoy-klinik-layanan = Dental check, vaccination and weighing. Bring your card and identity card.
button-decoy-klinik-jam = Counter hours
button-decoy-klinik-cuaca = Weather
button-decoy-klinik-alamat = The counter
button-decoy-klinik-layanan = What we do
