# Lines that we may send first. They look like a library, a school or a health centre, and name nothing else.
knock-pustaka-1 = Hello, the book you were looking for is here. Reply whenever you have a moment.
knock-pustaka-2 = Happy reading! There is news about your book. Reply when you have time.
knock-pustaka-3 = Hello from the reading room. Your loan can be extended, just reply to this message.
knock-pustaka-4 = New books came in this week. If you would like to see them, just reply.
knock-pustaka-5 = Hello, your book is ready. No hurry, reply at any time.
knock-pustaka-6 = Reading room: your book list was updated. Reply to see it.
knock-pustaka-who = Hello, this is the reading room. To see the book list, type your keyword.

knock-sekolah-1 = Hello, there is a new notice from class. Reply when you have a moment.
knock-sekolah-2 = Happy learning! This week's timetable is here. Reply to see it.
knock-sekolah-3 = Hello from school. There are lesson notes for you, reply at any time.
knock-sekolah-4 = Class note: new material was shared. Reply if you would like to see it.
knock-sekolah-5 = Hello, there is something about school activities. No hurry, just reply later.
knock-sekolah-6 = School news: the homework list was updated. Reply to read it.
knock-sekolah-who = Hello, this is the class notice board. To read it, type the class password.

knock-klinik-1 = Hello, the timetable for dental check-ups is here. Reply when you have a moment.
knock-klinik-2 = Good health! There is news on vaccination days. Reply at any time.
knock-klinik-3 = Hello from the health centre. This month's timetable is here, reply to see it.
knock-klinik-4 = Health tip: remember to drink enough water. Reply if you would like more.
knock-klinik-5 = Hello, places for routine check-ups are open. Just reply if you would like one.
knock-klinik-6 = Good health! The morning exercise timetable was updated. Reply to see it.
knock-klinik-who = Hello, this is the timetable desk. To see the queue, type your keyword.
