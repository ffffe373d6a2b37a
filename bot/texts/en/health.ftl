# What those who keep the machine read, at 3 a.m. too. Only what is wrong and for how long; never what was reported.

health-begins = ⚠️ LaporAman: { $what }
    { $todo }
health-lasts = ⚠️ LaporAman, still not well after { $age }: { $what }
    { $todo }
health-over = ✅ LaporAman is well again (it took { $age }). It was: { $what }

health-seconds = { $count } s
health-minutes = { $count } min
health-hours = { $count } h

health-part-silent = The part "{ $part }" gives no sign of life.
health-part-silent-do = The bot tries to start it anew by itself. If it is not well in 5 minutes: systemctl restart laporaman
health-part-restarted = The part "{ $part }" died and was started anew.
health-part-restarted-do = Nothing was lost. If it happens often, send the log to the developers.
health-loop-stalled = The program stood still for { $age }.
health-loop-stalled-do = It goes on again. If it comes back: look at the machine's load (top), and send the log to the developers.
health-database-busy = Another program holds the database. Last written { $age } ago.
health-database-busy-do = Find the program that holds it (a backup, sqlite3) and end it. The bot then goes on by itself.
health-database-full = The disk is full: new reports can't be kept. Messages wait at Telegram, for 24 hours at most.
health-database-full-do = Make room now (df -h). The bot then goes on by itself.
health-database-unwritable = The database can't be written.
health-database-unwritable-do = Look at the disk (dmesg), at who owns the database file, and at its folder. The bot then goes on by itself.
health-database-away = The database server can't be reached.
health-database-away-do = Start it, or check DATABASE_URL. The bot then goes on by itself.
health-database-corrupt = The database file is damaged.
health-database-corrupt-do = Stop the bot and put back the last backup. Send reporters to the telephone meanwhile.
health-telegram-away = Telegram has not answered for { $age }.
health-telegram-away-do = Check this machine's internet. While it is away, reach the duty officers by telephone.
health-clash = Another program uses the same bot token: some of the reporters' messages go there.
health-clash-do = Stop that program. If it is not yours, change the token at @BotFather right now (/revoke).
health-webhook = A webhook is set: reporters' messages go to another address.
health-webhook-do = If it was not you, the token has leaked: change it at @BotFather right now (/revoke), and put it into .env.
health-token = Telegram refuses the bot's token.
health-token-do = Copy the token anew from @BotFather into .env, then: systemctl restart laporaman
health-inbox-old = A message has been waiting in the inbox for { $age }.
health-inbox-old-do = Look at the log. If it is still there in 5 minutes: systemctl restart laporaman
health-emergency-old = An emergency call has not gone out for { $age }.
health-emergency-old-do = Telephone the duty officers now, and ask them to open the bot.
health-audit-old = The automatic watch last looked { $age } ago.
health-audit-old-do = Look at the open alerts with /tugas, then: systemctl restart laporaman
health-disk-low = The disk is nearly full.
health-disk-low-do = Make room today (df -h). When it is full, new reports can't be kept.
health-health-port = The health port (HEALTH_PORT) is used by another program.
health-health-port-do = The bot works on, but can't be looked at from outside. Choose another HEALTH_PORT, then start it anew.
health-starting = The bot has just been started.
health-starting-do = Wait a minute.

# What a reporter reads while nothing can be kept (a full disk, a dead database).
not-kept = Sorry, something is wrong on our side: your message can't be kept yet. We go on trying, you need not repeat it.

    If you need help now, call:
    { $lines }
