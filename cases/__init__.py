"""The life of a case: who may do what, who is told, what is due. Values in, values out; `now` is an argument.

Read in this order: `case`, `alert`, `visit` (the things), `moves` (what may be done to them and by whom),
`notices` (who is told what), then one file for each kind of doing: `ladder`, `duty`, `rulings`, `assignment`,
`contact`, `visiting`, `closing`. All of them end in one `Outcome`, which storage records in one transaction.
"""
