"""The customer's page and mail. Shows and translates; decides nothing about orders."""
