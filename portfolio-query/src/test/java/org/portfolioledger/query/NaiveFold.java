package org.portfolioledger.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.vocabulary.Role;

/**
 * What held on a day by the facts that were known, replayed from the first day on. Shares no code with what it judges:
 * neither timeline nor state.
 */
final class NaiveFold {

    private final Map<Long, Noted> known = new TreeMap<>();
    private final Map<String, List<Noted>> streams = new TreeMap<>();
    private final LocalDate asOf;

    NaiveFold(List<Noted> facts, Predicate<Noted> isKnown, LocalDate asOf) {
        this.asOf = asOf;
        facts.stream().filter(isKnown).forEach(fact -> {
            known.put(fact.position(), fact);
            streams.computeIfAbsent(fact.stream(), _ -> new ArrayList<>()).add(fact);
        });
    }

    /** What stands of a fact and its corrections, in the place of the fact. */
    private record ProjectionState(LocalDate from, long place, GovernanceFact says) {}

    private static final class Initiative {
        private String level = "";
        private String name = "";
        private List<String> owners = List.of();
        private Placement placement = new Placement(null, null);
        private boolean closed;
    }

    private record Held(String appointment, AppointmentKind kind, boolean ended) {}

    /** "level, name, owners, placement, closed or open"; empty if there was none. */
    Optional<String> initiative(String id) {
        Initiative found = replayed(id);
        return found == null
                ? Optional.empty()
                : Optional.of("%s, %s, %s, in %s under %s, %s"
                        .formatted(
                                found.level,
                                found.name,
                                found.owners,
                                found.placement.portfolio(),
                                found.placement.parent(),
                                found.closed ? "closed" : "open"));
    }

    /** "role: appointment, kind" of each that runs. */
    List<String> appointments(String initiative) {
        return roles(initiative).entrySet().stream()
                .filter(role -> !role.getValue().ended)
                .map(role -> "%s: %s, %s".formatted(role.getKey(), role.getValue().appointment, role.getValue().kind))
                .sorted()
                .toList();
    }

    /** "criterion:assessor rating". */
    List<String> ratings(String initiative) {
        Map<String, String> ratings = new TreeMap<>();
        for (ProjectionState standing : begun("rag-" + initiative)) {
            if (standing.says instanceof RagAssessed assessed)
                ratings.put(assessed.criterion() + ":" + assessed.assessor(), String.valueOf(assessed.rating()));
        }
        return ratings.entrySet().stream()
                .map(rating -> rating.getKey() + " " + rating.getValue())
                .sorted()
                .toList();
    }

    /** Its open initiatives: "id, name, SRO's appointment, ratings"; empty if there was no such portfolio. */
    Optional<List<String>> status(String portfolio, List<String> initiatives) {
        if (begun("portfolio-" + portfolio).isEmpty()) return Optional.empty();
        List<String> status = new ArrayList<>();
        for (String id : initiatives) {
            Initiative found = replayed(id);
            if (found == null || found.closed || !belongs(id, portfolio, new HashSet<>())) continue;
            status.add("%s, %s, %s, %s".formatted(id, found.name, sro(id), ratings(id)));
        }
        return Optional.of(status);
    }

    private String sro(String initiative) {
        Held sro = roles(initiative).get(Role.SRO);
        return sro == null || sro.ended || sro.kind == AppointmentKind.VACANT ? "nobody" : sro.appointment;
    }

    private boolean belongs(String id, String portfolio, Set<String> passed) {
        Initiative found = replayed(id);
        if (found == null || !passed.add(id)) return false;
        if (portfolio.equals(found.placement.portfolio())) return true;
        String parent = found.placement.parent();
        return parent != null && belongs(parent, portfolio, passed);
    }

    private @Nullable Initiative replayed(String id) {
        List<ProjectionState> all = standing("initiative-" + id);
        List<ProjectionState> begun = begun("initiative-" + id);
        Optional<ProjectionState> opening = all.stream()
                .filter(standing -> standing.says instanceof InitiativeOpened)
                .findFirst();
        if (begun.isEmpty() || opening.isEmpty()) return null;
        // What the opening says reaches back to the first day of which anything is said.
        Initiative initiative = new Initiative();
        apply(initiative, opening.get().says);
        begun.forEach(standing -> apply(initiative, standing.says));
        return initiative;
    }

    private static void apply(Initiative initiative, GovernanceFact says) {
        if (says instanceof InitiativeOpened opened) {
            initiative.level = opened.level().name();
            initiative.name = opened.name();
            initiative.owners = opened.owners();
            initiative.placement = opened.placement() == null ? new Placement(null, null) : opened.placement();
        }
        if (says instanceof InitiativeRenamed renamed) initiative.name = renamed.name();
        if (says instanceof InitiativeMoved moved) initiative.placement = moved.to();
        if (says instanceof InitiativeOwnersChanged changed) initiative.owners = changed.owners();
        if (says instanceof InitiativeClosed) initiative.closed = true;
    }

    private Map<Role, Held> roles(String initiative) {
        Map<Role, Held> roles = new TreeMap<>();
        for (ProjectionState standing : begun("appointments-" + initiative)) {
            if (standing.says instanceof RoleAppointed role)
                roles.put(role.role(), new Held(role.appointment(), role.kind(), false));
            if (standing.says instanceof AppointmentEnded ended) end(roles, ended.appointment());
        }
        return roles;
    }

    private static void end(Map<Role, Held> roles, String appointment) {
        roles.entrySet().stream()
                .filter(role -> role.getValue().appointment.equals(appointment))
                .findFirst()
                .ifPresent(role -> role.setValue(new Held(appointment, role.getValue().kind, true)));
    }

    private List<ProjectionState> begun(String stream) {
        return standing(stream).stream()
                .filter(standing -> !standing.from.isAfter(asOf))
                .toList();
    }

    private List<ProjectionState> standing(String stream) {
        List<ProjectionState> standing = new ArrayList<>();
        List<Noted> told = streams.getOrDefault(stream, List.of());
        for (Noted fact : told) {
            if (fact.corrects() != 0) continue;
            Noted last = fact;
            for (Noted other : told) if (root(other).equals(fact)) last = other;
            GovernanceFact says = says(last);
            if (says != null) standing.add(new ProjectionState(says.provenance().effectiveOn(), fact.position(), says));
        }
        standing.sort(Comparator.comparing(ProjectionState::from).thenComparingLong(ProjectionState::place));
        return standing;
    }

    /** Its replacement; nothing, if it retracts a fact; what stood before, if it retracts a correction. */
    private @Nullable GovernanceFact says(Noted fact) {
        if (fact.content() != null) return fact.content();
        Noted retracted = at(fact.corrects());
        return retracted.corrects() == 0 ? null : says(at(retracted.corrects()));
    }

    private Noted root(Noted fact) {
        return fact.corrects() == 0 ? fact : root(at(fact.corrects()));
    }

    private Noted at(long position) {
        return Objects.requireNonNull(known.get(position));
    }
}
