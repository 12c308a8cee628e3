# Articles 1 and 2 of No. 61, at default readings. Own encoding; the host says `part` and adds up `chinese`.
package a61

import rego.v1

abroad(place) if {
	place != "CN"
	place != ""
}

operates if {
	input.day >= 20251009
	not paused
}

paused if {
	input.day >= 20251107
	input.day <= 20261110
}

export if {
	operates
	abroad(input.from)
	abroad(input.to)
	input.from != input.to
	abroad(input.exporter)
}

binds contains "1(1)" if {
	export
	input.day >= 20251201
	input.part == 2
	abroad(input.made_in)
	input.chinese * 1000 >= input.value
}

activities := {"mining", "smelting-separation", "metal-smelting", "magnet-making", "recycling"}

binds contains "1(2)" if {
	export
	input.day >= 20251201
	input.part > 0
	abroad(input.made_in)
	input.technology_origin == "CN"
	some technology in input.technologies
	technology in activities
}

binds contains "1(3)" if {
	export
	input.part > 0
	input.origin == "CN"
}

licensed if count(binds) > 0

denied contains "2(military)" if {
	licensed
	some party in input.sides
	party in input.military
}

# no recursion in Rego: who holds a half becomes a graph, walked by a built-in
everybody contains party if some party in input.sides
everybody contains stake.owner if some stake in input.stakes
everybody contains stake.held if some stake in input.stakes
everybody contains link.body if some link in input.branches
everybody contains link.branch if some link in input.branches

above[party] := holders if {
	some party in everybody
	holders := {stake.owner | some stake in input.stakes; stake.held == party; stake.hundredths >= 5000} | {link.body | some link in input.branches; link.branch == party}
}

denied contains "2(listed)" if {
	licensed
	some party in input.sides
	some holder in graph.reachable(above, {party})
	holder in input.restricted
}

answer := binds | denied
