"""Sound of a shot, synthesised: ambience, spot sounds and a soft musical bed. Speech is not made here."""
