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
import org.portfolioledger.command.Decision.Findings;
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
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
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
            AppointmentCommand command, History<RecordedFact, AppointmentsState> history, Evidence evidence) {
        return switch (command) {
            case AppointRole appoint -> appoint(appoint, history, evidence);
            case EndAppointment end -> end(end, history);
        };
    }

    private static Decision<AppointmentFact> appoint(
            AppointRole appoint, History<RecordedFact, AppointmentsState> history, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        fits(appoint.kind(), appoint.holder()),
                        Finding.of(
                                        AppointmentRule.HOLDER_DOES_NOT_FIT,
                                        "The holder does not fit an appointment of the kind " + appoint.kind())
                                .at("/holder"));
        if (appoint.holder() != null) findings.requirePerson(appoint.holder().person(), "/holder/person", evidence);
        requireTerm(appoint, findings);
        requireInitiative(appoint, evidence, findings);
        requireReplaced(appoint, history, findings);
        return Decision.of(
                new RoleAppointed(
                        appoint.initiative(),
                        appoint.appointment(),
                        appoint.role(),
                        appoint.kind(),
                        appoint.holder(),
                        appoint.appointmentLetter(),
                        appoint.expectedEnd(),
                        appoint.timeCommitment(),
                        appoint.replaces(),
                        appoint.provenance()),
                findings);
    }

    private static Decision<AppointmentFact> end(EndAppointment end, History<RecordedFact, AppointmentsState> history) {
        Findings findings = new Findings();
        findings.require(
                appointed(history, end.appointment()).isPresent(),
                StructuralRule.absent("appointment", end.appointment()));
        return Decision.of(
                new AppointmentEnded(end.initiative(), end.appointment(), end.reason(), end.provenance()), findings);
    }

    /** Whom an appointment overlaps is seen in what is told, not in a state. */
    @Override
    public List<Finding> invariants(AppointmentsState state) {
        return List.of();
    }

    /** An appointment overlaps nobody but whom it replaces, and an ending ends what runs. */
    @Override
    public List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> told) {
        List<Finding> findings = new ArrayList<>();
        Map<String, EffectiveEntry<RecordedFact>> appointments = new HashMap<>();
        Map<Role, EffectiveEntry<RecordedFact>> running = new EnumMap<>(Role.class);
        List<EffectiveEntry<RecordedFact>> displaced = new ArrayList<>();
        told.stream().filter(entry -> appointed(entry).isPresent()).forEach(entry -> {
            String id = appointed(entry).orElseThrow().appointment();
            EffectiveEntry<RecordedFact> first = appointments.putIfAbsent(id, entry);
            if (first != null) findings.add(takenTwice(id, first, entry));
        });
        for (EffectiveEntry<RecordedFact> entry : told) {
            switch (entry.content().fact()) {
                case RoleAppointed appointed -> begin(appointed, entry, running, appointments, displaced, findings);
                case AppointmentEnded ended -> {
                    EffectiveEntry<RecordedFact> appointed = appointments.get(ended.appointment());
                    // An ending whose appointment was entered in error ends nothing, and harms nothing.
                    if (appointed == null) continue;
                    boolean ends = running.values().remove(appointed) || displaced.remove(appointed);
                    if (!ends) findings.add(endsNothing(ended, entry, appointed));
                }
                default -> {}
            }
        }
        return findings;
    }

    private static void begin(
            RoleAppointed appointed,
            EffectiveEntry<RecordedFact> entry,
            Map<Role, EffectiveEntry<RecordedFact>> running,
            Map<String, EffectiveEntry<RecordedFact>> appointments,
            List<EffectiveEntry<RecordedFact>> displaced,
            List<Finding> findings) {
        EffectiveEntry<RecordedFact> before = running.put(appointed.role(), entry);
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
                                entry.effectiveOn(),
                                incumbent.appointment()),
                        entry,
                        List.of(before))
                .at("/replaces"));
    }

    /**
     * Whether the incumbent is who is to be replaced, or came in the place of that one in the meantime: a change that is
     * recorded late comes between two who knew nothing of it.
     */
    private static boolean cameInPlaceOf(
            RoleAppointed incumbent,
            @Nullable String replaced,
            Map<String, EffectiveEntry<RecordedFact>> appointments) {
        Set<String> line = new HashSet<>();
        for (RoleAppointed at = incumbent; at != null && line.add(at.appointment()); ) {
            if (at.appointment().equals(replaced)) return true;
            EffectiveEntry<RecordedFact> before = at.replaces() == null ? null : appointments.get(at.replaces());
            at = before == null ? null : appointed(before).orElse(null);
        }
        return false;
    }

    private static Finding endsNothing(
            AppointmentEnded ended, EffectiveEntry<RecordedFact> entry, EffectiveEntry<RecordedFact> appointed) {
        return Finding.contradiction(
                        AppointmentRule.APPOINTMENT_NOT_RUNNING,
                        "Appointment %s does not run on %s".formatted(ended.appointment(), entry.effectiveOn()),
                        entry,
                        List.of(appointed))
                .at("/effectiveOn");
    }

    private static Finding takenTwice(
            String appointment, EffectiveEntry<RecordedFact> first, EffectiveEntry<RecordedFact> second) {
        Finding taken = StructuralRule.taken("appointment", appointment);
        return Finding.contradiction(taken.rule(), taken.detail(), second, List.of(first))
                .at("/id");
    }

    private static String overlap(String appointment, Role role, LocalDate since, String displaced) {
        return "Appointment %s as %s begins on %s, while %s still runs".formatted(appointment, role, since, displaced);
    }

    private static void requireTerm(AppointRole appoint, Findings findings) {
        LocalDate end = appoint.expectedEnd();
        Integer share = appoint.timeCommitment();
        boolean possible = (end == null || end.isAfter(appoint.provenance().effectiveOn()))
                && (share == null || (share >= 1 && share <= 100));
        findings.require(
                possible,
                Finding.of(
                                AppointmentRule.IMPOSSIBLE_TERM,
                                "Beginning %s, expected end %s, share of time %s"
                                        .formatted(appoint.provenance().effectiveOn(), end, share))
                        .at("/expectedEnd"));
        boolean heldSro = appoint.role() == Role.SRO && appoint.kind() != AppointmentKind.VACANT;
        findings.require(
                !heldSro || (appoint.appointmentLetter() != null && end != null && share != null),
                Finding.of(
                        AppointmentRule.SRO_APPOINTMENT_INCOMPLETE,
                        "The appointment lacks letter, expected end or share of time"));
    }

    private static void requireInitiative(AppointRole appoint, Evidence evidence, Findings findings) {
        History<RecordedFact, InitiativeState> initiative = evidence.history(Kinds.INITIATIVE, appoint.initiative());
        findings.require(initiative.isOpened(), StructuralRule.absent("initiative", appoint.initiative()));
        initiative
                .timeline()
                .on(appoint.provenance().effectiveOn())
                .map(InitiativeState::closure)
                .ifPresent(closure -> findings.note(Finding.of(
                                AppointmentRule.INITIATIVE_IS_CLOSED,
                                "%s is closed from %s".formatted(appoint.initiative(), closure.since()))
                        .against(closure)
                        .at("/effectiveOn")));
    }

    private static void requireReplaced(
            AppointRole appoint, History<RecordedFact, AppointmentsState> history, Findings findings) {
        if (appoint.replaces() == null) return;
        if (appointed(history, appoint.replaces()).isEmpty()) {
            findings.note(StructuralRule.unknown("appointment", appoint.replaces(), "/replaces"));
            return;
        }
        LocalDate on = appoint.provenance().effectiveOn();
        Grounded<Holding> holding = holding(history, appoint.role(), on);
        boolean replaced = holding != null
                && holding.value().appointment().equals(appoint.replaces())
                && holding.value().ended() == null;
        findings.require(
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
            History<RecordedFact, AppointmentsState> history, Role role, LocalDate on) {
        return history.timeline().on(on).map(state -> state.roles().get(role)).orElse(null);
    }

    private static Optional<RoleAppointed> appointed(
            History<RecordedFact, AppointmentsState> history, String appointment) {
        return history.entries().stream()
                .flatMap(entry -> appointed(entry).stream())
                .filter(appointed -> appointed.appointment().equals(appointment))
                .findFirst();
    }

    private static Optional<RoleAppointed> appointed(EffectiveEntry<RecordedFact> entry) {
        return entry.content().fact() instanceof RoleAppointed appointed ? Optional.of(appointed) : Optional.empty();
    }
}
