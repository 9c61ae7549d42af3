package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.events.Approval;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Role;

/**
 * Whether a sender may put facts on record: by the roles that may, by where they were granted, and by what is on record of the
 * sender. Every right is decided here.
 */
final class Rights {

    private static final Set<Role> MANAGING =
            Set.of(Role.PROGRAMME_DIRECTOR, Role.PROGRAMME_MANAGER, Role.PROJECT_MANAGER);

    private final Evidence evidence;
    private final Sender sender;

    Rights(Evidence evidence) {
        this.evidence = evidence;
        this.sender = evidence.sender();
    }

    /**
     * What is to be recorded or corrected.
     *
     * @param stream of the fact
     * @param on day on which it is in effect
     * @param opensRegister whether it is the opening of a register
     * @param initiatives each of whose SROs may do so
     * @param managed the initiatives each of whose programme managers may do so
     * @param concerns streams of what it concerns: as it was, where it was there before, and as it would be, where it would
     *     concern more
     */
    record Claim(
            String stream,
            LocalDate on,
            boolean opensRegister,
            List<String> initiatives,
            List<String> managed,
            List<Set<String>> concerns) {}

    /**
     * That a claim is reached.
     *
     * @param grants by which it is; several: by none of them alone
     * @param grounds what is on record of the sender by which they reach it; none: they do by themselves
     */
    record Reach(List<Grant> grants, List<Grounded<?>> grounds) {}

    /** That none of the sender's roles is among these. */
    Optional<Finding> refusedByRole(Set<ActorRole> allowed) {
        return granted(allowed).isEmpty() ? Optional.of(AccessRule.notAllowed(allowed)) : Optional.empty();
    }

    /** What no grant of the sender reaches, or on which facts about the sender the right rests. */
    Findings within(Set<ActorRole> allowed, Supplier<List<Claim>> claims) {
        Findings findings = new Findings();
        if (granted(allowed).stream().anyMatch(Rights::reachesEverything)) return findings;
        for (Claim claim : claims.get()) {
            Optional<Reach> reach = reach(allowed, claim);
            reach.ifPresent(by -> by.grounds().forEach(findings::rest));
            if (reach.isEmpty()) findings.note(refusal(allowed, claim));
        }
        return findings;
    }

    /** The first grant of the sender that reaches a claim; where none does, those of a role that do together. */
    Optional<Reach> reach(Set<ActorRole> allowed, Claim claim) {
        List<Grant> granted = granted(allowed);
        return granted.stream()
                .flatMap(grant -> grounds(grant, claim).stream().map(grounds -> new Reach(List.of(grant), grounds)))
                .findFirst()
                .or(() -> narrowByRole(granted)
                        .flatMap(narrow -> within(narrow, claim).stream())
                        .map(grants -> new Reach(grants, List.of()))
                        .findFirst());
    }

    private static Stream<List<Grant>> narrowByRole(List<Grant> granted) {
        return granted.stream()
                .map(Grant::role)
                .distinct()
                .map(role -> granted.stream()
                        .filter(grant -> grant.role() == role && grant.within() != null)
                        .toList());
    }

    /** That an agent would approve something, or change an approval. */
    Optional<Finding> refusedApproval(List<StreamFact> facts) {
        if (sender.kind() != ActorKind.AGENT) return Optional.empty();
        return facts.stream()
                .map(StreamFact::fact)
                .filter(fact -> fact instanceof Approval approval && approval.approves())
                .map(fact -> Finding.of(
                        AccessRule.AGENT_APPROVES,
                        "%s is an agent, and %s approves something"
                                .formatted(
                                        sender.person(),
                                        FactType.of(fact.getClass()).typeName())))
                .findFirst();
    }

    /** That more would stand as approved by what an agent records, whatever its facts are. */
    Optional<Finding> refusedEffect(boolean approves) {
        return approves
                ? Optional.of(Finding.of(
                        AccessRule.AGENT_APPROVES,
                        "%s is an agent, and something would become approved".formatted(sender.person())))
                : Optional.empty();
    }

    /**
     * What no grant reaches, in words that do not depend on whether anything is on record of it.
     *
     * @param named what it is called by whoever asks
     */
    static Finding outOfReach(Sender sender, Set<ActorRole> allowed, String named) {
        List<Grant> grants = granted(sender, allowed);
        if (grants.isEmpty()) return AccessRule.notAllowed(allowed);
        Set<AccessScope> byThemselves = byThemselves(grants);
        boolean asSro = byThemselves.contains(AccessScope.OWN_INITIATIVES);
        if (asSro || byThemselves.contains(AccessScope.MANAGED_INITIATIVES))
            return Finding.of(
                    AccessRule.NOT_OWN_INITIATIVE,
                    "%s is not the %s of %s, or of what it is about, on the day of the command and today, %s"
                            .formatted(sender.person(), asSro ? "SRO" : "programme manager", named, sender.today()));
        if (byThemselves.contains(AccessScope.OWN_BOARDS) || byThemselves.contains(AccessScope.OWN_SEATS))
            return Finding.of(
                    AccessRule.NOT_OWN_BOARD,
                    "%s acts for no board that %s concerns, on the day of the command and today, %s"
                            .formatted(sender.person(), named, sender.today()));
        return Finding.of(
                AccessRule.OUTSIDE_GRANT,
                "%s is not within %s"
                        .formatted(named, grants.stream().map(Grant::toString).collect(Collectors.joining(", "))));
    }

    private static Set<AccessScope> byThemselves(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.within() == null)
                .map(grant -> AccessScope.of(grant.role()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What no grant reaches. */
    Finding refusal(Set<ActorRole> allowed, Claim claim) {
        List<Grant> grants = granted(allowed);
        Set<AccessScope> byThemselves = byThemselves(grants);
        if (byThemselves.contains(AccessScope.OWN_INITIATIVES)
                || byThemselves.contains(AccessScope.MANAGED_INITIATIVES))
            return notOwnInitiative(claim, byThemselves.contains(AccessScope.OWN_INITIATIVES), othersNamed(allowed));
        if (byThemselves.contains(AccessScope.OWN_BOARDS) || byThemselves.contains(AccessScope.OWN_SEATS))
            return Finding.of(
                    AccessRule.NOT_OWN_BOARD,
                    "%s acts for none of the boards that this concerns, %s, on %s and today, %s"
                            .formatted(sender.person(), boardsNamed(claim), claim.on(), sender.today()));
        boolean migratesNot = grants.stream().allMatch(grant -> grant.role() == ActorRole.MIGRATOR) && !migrates(claim);
        return migratesNot
                ? notMigrating()
                : Finding.of(
                        AccessRule.OUTSIDE_GRANT,
                        "This is not within %s"
                                .formatted(grants.stream().map(Grant::toString).collect(Collectors.joining(", "))));
    }

    /** In one order, so that the same right rests on the same grant. */
    private List<Grant> granted(Set<ActorRole> allowed) {
        return granted(sender, allowed);
    }

    private static List<Grant> granted(Sender sender, Set<ActorRole> allowed) {
        return sender.grants().stream()
                .filter(grant -> allowed.contains(grant.role()))
                .sorted(Grant.IN_ORDER)
                .toList();
    }

    /** Whatever is claimed. */
    private static boolean reachesEverything(Grant grant) {
        return switch (AccessScope.of(grant.role())) {
            case EVERYTHING -> grant.within() == null || grant.isEverywhere();
            case OWN_BOARDS, OWN_SEATS -> grant.isEverywhere();
            default -> false;
        };
    }

    /** By what a grant reaches a claim; empty: it does not. */
    private Optional<List<Grounded<?>>> grounds(Grant grant, Claim claim) {
        if (grant.within() != null) return within(List.of(grant), claim).map(_ -> List.of());
        AccessScope scope = AccessScope.of(grant.role());
        if (scope == AccessScope.MIGRATING_REGISTERS && !migrates(claim)) return Optional.empty();
        return switch (scope) {
            case OWN_INITIATIVES -> holding(claim.initiatives(), Set.of(Role.SRO), claim);
            case MANAGED_INITIATIVES -> holding(claim.managed(), MANAGING, claim);
            case OWN_BOARDS ->
                actingFor(claim, true, board -> day -> BoardHolding.secretary(board, sender.persons(), day, evidence));
            case OWN_SEATS ->
                actingFor(
                        claim,
                        false,
                        board -> day -> BoardHolding.seatOrDelegation(board, sender.persons(), day, evidence));
            default -> Optional.of(List.of());
        };
    }

    private Optional<List<Grounded<?>>> holding(List<String> initiatives, Set<Role> roles, Claim claim) {
        return initiatives.stream()
                .flatMap(initiative -> onBothDays(claim, day -> holding(initiative, roles, day)).stream())
                .findFirst();
    }

    private List<Grounded<?>> holding(String initiative, Set<Role> roles, LocalDate day) {
        return roles.stream()
                .sorted()
                .map(role -> InitiativeRoles.grounds(initiative, role, sender.persons(), day, evidence))
                .filter(grounds -> !grounds.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * By what the sender acts for a board that is concerned, before and afterwards.
     *
     * @param alsoNone whether what concerns no board is reached too
     */
    private Optional<List<Grounded<?>>> actingFor(
            Claim claim, boolean alsoNone, Function<String, Function<LocalDate, List<Grounded<?>>>> shown) {
        List<Grounded<?>> all = new ArrayList<>();
        for (Set<String> concerned : claim.concerns()) {
            List<String> boards = boards(claim, concerned);
            if (boards.isEmpty() && alsoNone) continue;
            Optional<List<Grounded<?>>> own = boards.stream()
                    .flatMap(board -> onBothDays(claim, shown.apply(board)).stream())
                    .findFirst();
            if (own.isEmpty()) return own;
            all.addAll(own.get());
        }
        return Optional.of(List.copyOf(all));
    }

    /** What bears a protective marking may concern another board today than it did then: both count. */
    private List<String> boards(Claim claim, Set<String> concerned) {
        String prefix = Kinds.BOARD.stream("");
        return Stream.of(claim.on(), sender.today())
                .flatMap(day -> Concerns.of(concerned, claim.stream(), day, evidence).stream())
                .distinct()
                .filter(stream -> stream.startsWith(prefix))
                .map(Kinds.BOARD::idIn)
                .toList();
    }

    /** What shows it on the day of the fact and today; empty if it does not hold on one of them. */
    private Optional<List<Grounded<?>>> onBothDays(Claim claim, Function<LocalDate, List<Grounded<?>>> shown) {
        List<Grounded<?>> then = shown.apply(claim.on());
        List<Grounded<?>> today = shown.apply(sender.today());
        return then.isEmpty() || today.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.concat(then.stream(), today.stream()).toList());
    }

    /**
     * Those of some grants of one role that reach a claim together: what it concerns before and afterwards, each on its day
     * and today.
     *
     * @return empty if they do not
     */
    private Optional<List<Grant>> within(List<Grant> narrow, Claim claim) {
        if (narrow.isEmpty()) return Optional.empty();
        AccessScope scope = AccessScope.of(narrow.getFirst().role());
        if (scope == AccessScope.MIGRATING_REGISTERS && !migrates(claim)) return Optional.empty();
        List<Set<String>> concerned = switch (scope) {
            case OWN_INITIATIVES -> List.of(streams(claim.initiatives()));
            case MANAGED_INITIATIVES -> List.of(streams(claim.managed()));
            default -> claim.concerns();
        };
        Set<Grant> used = new LinkedHashSet<>();
        for (Set<String> streams : concerned) {
            // Whoever acts for initiatives records nothing that is of none.
            if (isOfInitiatives(scope) && streams.isEmpty()) return Optional.empty();
            String own = isOfInitiatives(scope) ? "" : claim.stream();
            for (LocalDate day : List.of(claim.on(), sender.today())) {
                Set<String> places = Concerns.of(streams, own, day, evidence);
                Optional<Grant> one = narrow.stream()
                        .filter(grant -> grant.isEverywhere() || places.stream().anyMatch(grant::isFor))
                        .findFirst();
                if (one.isEmpty()) return Optional.empty();
                used.add(one.get());
            }
        }
        return Optional.of(List.copyOf(used));
    }

    private static boolean isOfInitiatives(AccessScope scope) {
        return scope == AccessScope.OWN_INITIATIVES || scope == AccessScope.MANAGED_INITIATIVES;
    }

    private static Set<String> streams(List<String> initiatives) {
        return initiatives.stream().map(Kinds.INITIATIVE::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** A register that is opened without a knownAt is live from its opening. */
    private boolean migrates(Claim claim) {
        return evidence.wentLive().isEmpty() && (sender.migrating() || !claim.opensRegister());
    }

    private Finding notMigrating() {
        return evidence.wentLive()
                .map(live -> Finding.of(
                                AccessRule.REGISTER_NOT_MIGRATING,
                                "Register %s is live from fact %s on".formatted(evidence.register(), live.position()))
                        .against(List.of(live.position())))
                .orElseGet(() -> Finding.of(
                        AccessRule.REGISTER_NOT_MIGRATING,
                        "Register %s would be live from its opening".formatted(evidence.register())));
    }

    private Finding notOwnInitiative(Claim claim, boolean asSro, String others) {
        List<String> initiatives = asSro ? claim.initiatives() : claim.managed();
        String role = asSro ? "SRO" : "programme manager";
        return Finding.of(
                AccessRule.NOT_OWN_INITIATIVE,
                initiatives.isEmpty()
                        ? "%s %s does not record this; %s may".formatted(asSro ? "An" : "A", role, others)
                        : "%s is not the %s of %s on %s and today, %s; %s may also record it"
                                .formatted(
                                        sender.person(),
                                        role,
                                        String.join(" or ", initiatives),
                                        claim.on(),
                                        sender.today(),
                                        others));
    }

    private static String othersNamed(Set<ActorRole> allowed) {
        return ActorRole.named(allowed.stream()
                .filter(role -> AccessScope.of(role) == AccessScope.EVERYTHING)
                .toList());
    }

    private String boardsNamed(Claim claim) {
        String named = claim.concerns().stream()
                .flatMap(concerned -> boards(claim, concerned).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "of which there are none" : named;
    }
}
