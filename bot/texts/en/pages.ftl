# The second channel: SMS, e-mail, ntfy. No name, address or story. Plain letters only, so that it fits one SMS.

page-title = LaporAman
page-alert = { $repeat }{ $severity } { $number }, { $kecamatan }. Waiting { $since }, { $state }.{ $away }
page-again = REPEAT.{" "}
page-nobody = nobody has taken it
page-too-few = too few have taken it
page-away = {" "}The bot is cut off from Telegram, the card will follow: phone your duty colleague.
page-with-link = { $text }
    Open Telegram: { $link }
page-without-link = { $text }
    Open Telegram.
page-repeated = (You may have had this before.) { $text }
page-test = TEST - not a call. LaporAman's second channel reaches you. Nothing to do.
