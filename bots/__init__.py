"""From and to people: one room per front end, and beside the rooms what all front ends share. No rule lives here."""
