"""How one query is searched, shown to staff: what was understood, what each result's place is made of."""
