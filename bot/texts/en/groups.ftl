# Groups of staff. A group sees number, gravity, kecamatan and how long somebody waits, and no more.

group-call = { $mark } <b>{ $severity } · { $kecamatan }</b>
    { $number } · waiting { $waiting }
    Who can go? Press <b>Take it</b>. What was told comes to your private chat with the bot alone.
group-taken = { $number } · Taken by an officer.
group-ended = { $number } · Done.
group-welcome = This group is known now. When there is an emergency or a dangerous report that broke off, its number, gravity, kecamatan, how long it waits, and the button <b>Take it</b> appear here.
    What was told is never sent here. Don't write anybody's name, address or story in this group.
group-known-already = This group is known already.
group-goodbye = This group gets no alerts any more. The bot leaves. Alerts still come to your private chats.

group-untitled = a group without a name
group-registered = The staff group <b>{ $title }</b> was made known by { $person }. Cards of alerts (without names, addresses and stories) appear there too.
    If you don't know it: /kelompok
group-not-known = The bot left that group, because it is not known. A coordinator, head of unit or admin can add the bot to a group of staff. Channels can't be used.
group-lost = The staff group <b>{ $title }</b> can't be sent alerts any more: the bot was put out of it, or may not write there. Alerts in private chats go on. Add the bot again if it is still needed.
group-given-up = The staff group <b>{ $title }</b> was given up by { $person }. Alerts in private chats go on.
groups = <b>Staff groups that get alerts</b>
    { $lines }
group-line = { $title } · by { $person }, { $day }
groups-none = There is no staff group yet. Make a Telegram group for staff and add this bot to it. Alerts still come to your private chats.
button-give-up = Leave { $title }

# Short answers on the screen of who pressed (200 letters at the most)
group-only-staff = For the unit's staff only. This alert stays open.
group-yours = Noted. The card and what was told are in your private chat with the bot.
group-start-first = The bot can't write to you yet. Open a private chat with the bot, press Start, then press Take it here again. This alert is still open.
