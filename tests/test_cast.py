def test_everyone_has_a_team_of_one_and_the_cast_shares_alices(cast):
    counts = {name: getattr(cast, name).teams.count() for name in ("alice", "adam", "bob", "rita", "carol", "charlie")}

    assert counts == {"alice": 1, "adam": 2, "bob": 2, "rita": 2, "carol": 2, "charlie": 1}
    assert not cast.team.memberships.filter(user=cast.charlie).exists()
