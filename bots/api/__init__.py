"""REST for Cutr's platform: the same commands through another door. Decides nothing about orders."""
