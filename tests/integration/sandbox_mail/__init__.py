"""The mail sandbox, through a true SMTP client."""
