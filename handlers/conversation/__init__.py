"""Questions as tables, and one pure engine that asks them. Values in, values out: no clock, no file, no storage.

Read in this order: `steps` (what a question is), `engine` (how one is asked and an answer heard), `questions` and
`report` (what a reporter is asked, and in which order), `facts` (what the rules may know of the answers), `summary`
(the answers in words), `forms` (what staff fill in). How typed words are understood stands in `reading`, `choosing`,
`people`, `times`, `phones`, `gazetteer`, with their tables in `words` and `countries`. What a story tells becomes
answers by `catching` and `caught`; what is no story is known by `remarks`; `calm` says whether danger was told.
"""
