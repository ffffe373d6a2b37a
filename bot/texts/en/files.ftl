# Files: photos, voice, video, documents

# Before and after sending
file-care = There is no need to send photos of private parts of the body. Never those of a child under 18: the law forbids it. Photos of an injured hand or face, of letters or of threats on a screen are enough.
file-care-child = Please don't send photos of a body without clothes, yours or another child's. You did nothing wrong. Telling us is enough, or a photo of a message that scares you.
kept-photo = We have kept the photo. { file-care }
kept-photo-child = We have kept the photo. { file-care-child }
kept-video = We have kept the video. { file-care }
kept-video-child = We have kept the video. { file-care-child }
kept-document = We have kept the file.

# What staff see
file-shown = { $what }
    { $facts }
file-size = { $size } KB
file-size-unknown = size not known yet
file-facts-waiting = { $what } · { $size } · sent { $at } · being fetched from Telegram
file-facts-kept = { $what } · { $size } · sent { $at } · SHA-256 { $hash }{ $odd }
file-facts-lost = { $what } · { $size } · sent { $at } · could not be kept: { $why }
file-facts-erased = { $what } · sent { $at } · erased
file-odd = { " " }· ⚠️ it is not what its name says
file-why-gone = Telegram does not have this file any more
file-why-too_big = larger than 20 MB
file-why-cut = it never came whole
file-why-empty = it is empty
file-named = «{ $name }»
file-not-drawn = { $text }
    (This picture can't be opened safely. The file itself can be asked for from the list of attachments.)
file-not-yet = { $text }
    (This file is being fetched. Open it again in a moment.)
file-not-there = { $text }
    (This file can't be shown.)

# The list of attachments
button-files = Attachments
button-attachment = Open again
button-original = Ask for the file itself
files-list = <b>Attachments · { $number }</b>
    { $lines }
files-none = No files yet.
files-line = <b>{ $nth }.</b> { $facts } { $name }
    { $seen }
file-nth = File { $nth }
file-seen = { $name }
file-seen-original = { $name } (the file itself)
file-seen-by = Seen by: { $viewers }
file-unseen = Nobody has seen it yet.
file-one = <b>{ $number }</b> { $name }
file-more = { $number } · The copy that you see is without hidden data (place, kind of phone). The original is kept sealed as evidence.

# The file itself
ask-ofwhy = <b>What is the file itself needed for?</b>
    It may hold the place and time of a photo, and nobody has checked what is in it. Your reason is kept with the case.
ofwhy-bukti = Evidence for police or court
ofwhy-korban = Needed to help the victim
ofwhy-periksa = Can't be seen in another way
file-original = { $number } · The file itself. Open it on an office phone only, and don't pass it on.
    { $facts }

# Notices
file-lost-told = { $number } · A file from the reporter could not be kept. See the attachments; if needed, ask for it again in a safe way.
