package org.portfolioledger.command.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;

/**
 * The initiatives of a register as they were on a day, by which rows recognise theirs. What the import itself put on record
 * counts as not yet there, so that an import that is sent again says the same.
 */
final class Roster {

    private final @Nullable String portfolio;
    private final Map<String, Member> members = new TreeMap<>();
    private final Map<String, String> byAlias = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * An initiative.
     *
     * @param name folded
     * @param alias in the scheme of the mapping; null: none
     * @param inPortfolio whether it was there
     * @param leaves whether it is for the portfolio to say that it has left
     */
    record Member(
            String id,
            String name,
            @Nullable String alias,
            boolean isNew,
            boolean inPortfolio,
            boolean wasRenamed,
            boolean leaves) {}

    /**
     * @param portfolio whose initiatives are recognised first; null: all are alike
     * @param scheme of aliases; null: none
     * @param states by id
     * @param taken ids of all that are on record
     * @param own positions of the facts that the import itself recorded
     * @param left ids of those that the import itself took to be absent
     */
    Roster(
            @Nullable String portfolio,
            @Nullable String scheme,
            Map<String, InitiativeState> states,
            Collection<String> taken,
            Set<Long> own,
            Set<String> left) {
        this.portfolio = portfolio;
        taken.forEach(id -> ids.add(id.toLowerCase(Locale.ROOT)));
        states.values().forEach(state -> add(member(state, scheme, states, own, left.contains(state.initiative()))));
    }

    private Member member(
            InitiativeState state,
            @Nullable String scheme,
            Map<String, InitiativeState> states,
            Set<Long> own,
            boolean leftNow) {
        boolean isNew = own.contains(state.openedAs().fact());
        boolean placedNow = own.contains(state.placement().fact());
        boolean inPortfolio = portfolio == null || isIn(portfolio, state, states);
        boolean direct = portfolio != null
                && portfolio.equalsIgnoreCase(state.placement().value().portfolio());
        return new Member(
                state.initiative(),
                Slug.folded(state.name().value()),
                alias(state, scheme),
                isNew,
                leftNow || (inPortfolio && !(placedNow && portfolio != null)),
                own.contains(state.name().fact()),
                leftNow || (direct && !placedNow && state.closure() == null));
    }

    private static @Nullable String alias(InitiativeState state, @Nullable String scheme) {
        if (scheme == null) return null;
        return state.aliases().entrySet().stream()
                .filter(alias -> alias.getKey().equalsIgnoreCase(scheme))
                .map(Map.Entry::getValue)
                .map(Grounded::value)
                .findFirst()
                .orElse(null);
    }

    /** Whether an initiative, or one above it, is in a portfolio. */
    private static boolean isIn(String portfolio, InitiativeState state, Map<String, InitiativeState> states) {
        Set<String> seen = new HashSet<>();
        InitiativeState at = state;
        while (at != null && seen.add(at.initiative())) {
            Placement placement = at.placement().value();
            if (placement.parent() == null) return portfolio.equalsIgnoreCase(placement.portfolio());
            at = states.get(placement.parent().toLowerCase(Locale.ROOT));
        }
        return false;
    }

    /** Adds an initiative that the import opens. */
    void add(Member member) {
        members.put(member.id(), member);
        ids.add(member.id().toLowerCase(Locale.ROOT));
        if (member.alias() != null) byAlias.put(member.alias().toLowerCase(Locale.ROOT), member.id());
        byName.computeIfAbsent(member.name(), _ -> new HashSet<>()).add(member.id());
    }

    boolean isTaken(String id) {
        return ids.contains(id.toLowerCase(Locale.ROOT));
    }

    /**
     * The initiatives that a row may be about; several only if nothing tells them apart.
     *
     * @param alias null: not stated
     * @param called null: not stated
     */
    List<Member> recognised(@Nullable String alias, @Nullable String called) {
        Optional<String> byItsAlias = Optional.ofNullable(alias).map(it -> byAlias.get(it.toLowerCase(Locale.ROOT)));
        if (byItsAlias.isPresent()) return List.of(members.get(byItsAlias.get()));
        if (called == null) return List.of();
        List<Member> namesakes = byName.getOrDefault(Slug.folded(called), Set.of()).stream()
                .map(members::get)
                // Where both have an alias, they are different ones.
                .filter(member -> alias == null || member.alias() == null)
                .toList();
        List<Member> there = namesakes.stream().filter(Member::inPortfolio).toList();
        return there.isEmpty() ? namesakes : there;
    }

    /** Those that are in the portfolio, and none of these. */
    List<Member> absent(Set<String> seen) {
        List<Member> absent = new ArrayList<>();
        for (Member member : members.values()) if (member.leaves() && !seen.contains(member.id())) absent.add(member);
        return absent;
    }
}
