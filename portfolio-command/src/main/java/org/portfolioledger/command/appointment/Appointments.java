package org.portfolioledger.command.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Decision.Judgement;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rules;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.appointment.AppointmentCommand.AppointRole;
import org.portfolioledger.command.appointment.AppointmentCommand.EndAppointment;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Saying;
import org.portfolioledger.vocabulary.AppointmentKind;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/** The rules of appointments. */
final class Appointments implements Rules<AppointmentCommand, AppointmentFact, AppointmentsState> {

    @Override
    public Kind<AppointmentFact, AppointmentsState> kind() {
        return Kinds.APPOINTMENTS;
    }

    @Override
    public Class<AppointmentCommand> commands() {
        return AppointmentCommand.class;
    }

    @Override
    public Decision<AppointmentFact> decide(
            AppointmentCommand command, History<Recorded, AppointmentsState> history, Evidence evidence) {
        return switch (command) {
            case AppointRole appoint -> appoint(appoint, history, evidence);
            case EndAppointment end -> end(end, history);
        };
    }

    private static Decision<AppointmentFact> appoint(
            AppointRole appoint, History<Recorded, AppointmentsState> history, Evidence evidence) {
        Judgement judgement = new Judgement()
                .require(
                        fits(appoint.kind(), appoint.holder()),
                        Finding.of(
                                        AppointmentRule.HOLDER_DOES_NOT_FIT,
                                        "The holder does not fit an appointment of the kind " + appoint.kind())
                                .at("/holder"));
        if (appoint.holder() != null) judgement.requirePerson(appoint.holder().person(), "/holder/person", evidence);
        requireTerm(appoint, judgement);
        requireInitiative(appoint, evidence, judgement);
        requireReplaced(appoint, history, judgement);
        return Decision.of(
                new RoleAppointed(
                        appoint.initiative(),
                        appoint.appointment(),
                        appoint.role(),
                        appoint.kind(),
                        appoint.holder(),
                        appoint.letter(),
                        appoint.expectedEnd(),
                        appoint.timeShare(),
                        appoint.replaces(),
                        appoint.stated()),
                judgement);
    }

    private static Decision<AppointmentFact> end(EndAppointment end, History<Recorded, AppointmentsState> history) {
        Judgement judgement = new Judgement();
        judgement.require(
                appointed(history, end.appointment()).isPresent(),
                StructuralRule.absent("appointment", end.appointment()));
        return Decision.of(
                new AppointmentEnded(end.initiative(), end.appointment(), end.reason(), end.stated()), judgement);
    }

    /** Whom an appointment overlaps is seen in what is told, not in a state. */
    @Override
    public List<Finding> invariants(AppointmentsState state) {
        return List.of();
    }

    /** An appointment overlaps nobody but whom it replaces, and an ending ends what runs. */
    @Override
    public List<Finding> contradictions(List<Saying<Recorded>> told) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Saying<Recorded>> appointments = new HashMap<>();
        Map<Role, Saying<Recorded>> running = new EnumMap<>(Role.class);
        List<Saying<Recorded>> displaced = new ArrayList<>();
        told.stream().filter(saying -> appointed(saying).isPresent()).forEach(saying -> {
            String id = appointed(saying).orElseThrow().appointment();
            Saying<Recorded> first = appointments.putIfAbsent(id, saying);
            if (first != null) findings.add(takenTwice(id, first, saying));
        });
        for (Saying<Recorded> saying : told) {
            switch (saying.says().fact()) {
                case RoleAppointed appointed -> begin(appointed, saying, running, appointments, displaced, findings);
                case AppointmentEnded ended -> {
                    Saying<Recorded> appointed = appointments.get(ended.appointment());
                    // An ending whose appointment was entered in error ends nothing, and harms nothing.
                    if (appointed == null) continue;
                    boolean ends = running.values().remove(appointed) || displaced.remove(appointed);
                    if (!ends) findings.add(endsNothing(ended, saying, appointed));
                }
                default -> {}
            }
        }
        return findings;
    }

    private static void begin(
            RoleAppointed appointed,
            Saying<Recorded> saying,
            Map<Role, Saying<Recorded>> running,
            Map<String, Saying<Recorded>> appointments,
            List<Saying<Recorded>> displaced,
            List<Finding> findings) {
        Saying<Recorded> before = running.put(appointed.role(), saying);
        RoleAppointed incumbent = before == null ? null : appointed(before).orElse(null);
        if (before == null || incumbent == null) return;
        if (incumbent.kind() == AppointmentKind.VACANT) return;
        if (cameInPlaceOf(incumbent, appointed.replaces(), appointments)) return;
        if (incumbent.appointment().equals(appointed.appointment())) return;
        displaced.add(before);
        findings.add(Finding.contradiction(
                        AppointmentRule.OVERLAPPING_APPOINTMENT,
                        overlap(
                                appointed.appointment(),
                                appointed.role(),
                                saying.effectiveOn(),
                                incumbent.appointment()),
                        saying,
                        List.of(before))
                .at("/replaces"));
    }

    /**
     * Whether the incumbent is who is to be replaced, or came in the place of that one in the meantime: a change that is
     * recorded late comes between two who knew nothing of it.
     */
    private static boolean cameInPlaceOf(
            RoleAppointed incumbent, @Nullable String replaced, Map<String, Saying<Recorded>> appointments) {
        Set<String> line = new HashSet<>();
        for (RoleAppointed at = incumbent; at != null && line.add(at.appointment()); ) {
            if (at.appointment().equals(replaced)) return true;
            Saying<Recorded> before = at.replaces() == null ? null : appointments.get(at.replaces());
            at = before == null ? null : appointed(before).orElse(null);
        }
        return false;
    }

    private static Finding endsNothing(AppointmentEnded ended, Saying<Recorded> saying, Saying<Recorded> appointed) {
        return Finding.contradiction(
                        AppointmentRule.APPOINTMENT_NOT_RUNNING,
                        "Appointment %s does not run on %s".formatted(ended.appointment(), saying.effectiveOn()),
                        saying,
                        List.of(appointed))
                .at("/effectiveOn");
    }

    private static Finding takenTwice(String appointment, Saying<Recorded> first, Saying<Recorded> second) {
        Finding taken = StructuralRule.taken("appointment", appointment);
        return Finding.contradiction(taken.rule(), taken.detail(), second, List.of(first))
                .at("/id");
    }

    private static String overlap(String appointment, Role role, LocalDate since, String displaced) {
        return "Appointment %s as %s begins on %s, while %s still runs".formatted(appointment, role, since, displaced);
    }

    private static void requireTerm(AppointRole appoint, Judgement judgement) {
        LocalDate end = appoint.expectedEnd();
        Integer share = appoint.timeShare();
        boolean possible = (end == null || end.isAfter(appoint.stated().effectiveOn()))
                && (share == null || (share >= 1 && share <= 100));
        judgement.require(
                possible,
                Finding.of(
                                AppointmentRule.IMPOSSIBLE_TERM,
                                "Beginning %s, expected end %s, share of time %s"
                                        .formatted(appoint.stated().effectiveOn(), end, share))
                        .at("/expectedEnd"));
        boolean heldSro = appoint.role() == Role.SRO && appoint.kind() != AppointmentKind.VACANT;
        judgement.require(
                !heldSro || (appoint.letter() != null && end != null && share != null),
                Finding.of(
                        AppointmentRule.SRO_APPOINTMENT_INCOMPLETE,
                        "The appointment lacks letter, expected end or share of time"));
    }

    private static void requireInitiative(AppointRole appoint, Evidence evidence, Judgement judgement) {
        History<Recorded, InitiativeState> initiative = evidence.history(Kinds.INITIATIVE, appoint.initiative());
        judgement.require(initiative.isOpened(), StructuralRule.absent("initiative", appoint.initiative()));
        initiative
                .timeline()
                .on(appoint.stated().effectiveOn())
                .map(InitiativeState::closure)
                .ifPresent(closure -> judgement.note(Finding.of(
                                AppointmentRule.INITIATIVE_IS_CLOSED,
                                "%s is closed from %s".formatted(appoint.initiative(), closure.since()))
                        .against(closure)
                        .at("/effectiveOn")));
    }

    private static void requireReplaced(
            AppointRole appoint, History<Recorded, AppointmentsState> history, Judgement judgement) {
        if (appoint.replaces() == null) return;
        if (appointed(history, appoint.replaces()).isEmpty()) {
            judgement.note(StructuralRule.unknown("appointment", appoint.replaces(), "/replaces"));
            return;
        }
        LocalDate on = appoint.stated().effectiveOn();
        Grounded<Holding> holding = holding(history, appoint.role(), on);
        boolean replaced = holding != null
                && holding.value().appointment().equals(appoint.replaces())
                && holding.value().ended() == null;
        judgement.require(
                replaced,
                Finding.of(
                                AppointmentRule.REPLACES_NOBODY,
                                "Appointment %s does not hold the role %s on %s"
                                        .formatted(appoint.replaces(), appoint.role(), on))
                        .at("/replaces"));
    }

    private static boolean fits(AppointmentKind kind, @Nullable Holder holder) {
        boolean stated = holder != null && (holder.person() != null || holder.post() != null);
        return kind == AppointmentKind.VACANT ? holder == null : stated;
    }

    private static @Nullable Grounded<Holding> holding(
            History<Recorded, AppointmentsState> history, Role role, LocalDate on) {
        return history.timeline().on(on).map(state -> state.roles().get(role)).orElse(null);
    }

    private static Optional<RoleAppointed> appointed(History<Recorded, AppointmentsState> history, String appointment) {
        return history.sayings().stream()
                .flatMap(saying -> appointed(saying).stream())
                .filter(appointed -> appointed.appointment().equals(appointment))
                .findFirst();
    }

    private static Optional<RoleAppointed> appointed(Saying<Recorded> saying) {
        return saying.says().fact() instanceof RoleAppointed appointed ? Optional.of(appointed) : Optional.empty();
    }
}
