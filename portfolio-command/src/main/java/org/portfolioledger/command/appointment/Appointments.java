package org.portfolioledger.command.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                        appointed(history, appoint.appointment()).isEmpty(),
                        StructuralRule.taken("appointment", appoint.appointment()))
                .require(
                        fits(appoint.kind(), appoint.holder()),
                        Finding.of(
                                        AppointmentRule.HOLDER_DOES_NOT_FIT,
                                        "The holder does not fit an appointment of the kind " + appoint.kind())
                                .at("/holder"));
        requireKnown(appoint.holder(), evidence, judgement);
        requireTerm(appoint, judgement);
        requireInitiativeOpen(appoint, evidence, judgement);
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
        Optional<RoleAppointed> appointed = appointed(history, end.appointment());
        judgement.require(appointed.isPresent(), StructuralRule.absent("appointment", end.appointment()));
        if (appointed.isPresent()) {
            Grounded<Holding> holding =
                    holding(history, appointed.get().role(), end.stated().effectiveOn());
            boolean running = holding != null
                    && holding.value().appointment().equals(end.appointment())
                    && holding.value().ended() == null;
            judgement.require(
                    running,
                    Finding.of(
                                    AppointmentRule.APPOINTMENT_NOT_RUNNING,
                                    "Appointment %s does not run on %s"
                                            .formatted(
                                                    end.appointment(),
                                                    end.stated().effectiveOn()))
                            .at("/effectiveOn"));
        }
        return Decision.of(
                new AppointmentEnded(end.initiative(), end.appointment(), end.reason(), end.stated()), judgement);
    }

    @Override
    public List<Finding> invariants(AppointmentsState state) {
        List<Finding> findings = new ArrayList<>();
        state.roles().forEach((role, holding) -> {
            String displaced = holding.value().displaced();
            if (displaced == null) return;
            findings.add(Finding.of(
                            AppointmentRule.OVERLAPPING_APPOINTMENT,
                            "Appointment %s as %s begins on %s, while %s still runs"
                                    .formatted(holding.value().appointment(), role, holding.since(), displaced))
                    .against(holding)
                    .at("/replaces"));
        });
        return findings;
    }

    private static void requireKnown(@Nullable Holder holder, Evidence evidence, Judgement judgement) {
        if (holder == null || holder.person() == null) return;
        judgement.require(
                evidence.knowsPerson(holder.person()),
                StructuralRule.unknown("person", holder.person(), "/holder/person"));
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

    private static void requireInitiativeOpen(AppointRole appoint, Evidence evidence, Judgement judgement) {
        evidence.history(Kinds.INITIATIVE, appoint.initiative())
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
        boolean replaced = holding != null && holding.value().appointment().equals(appoint.replaces());
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
                .map(saying -> saying.says().fact())
                .filter(RoleAppointed.class::isInstance)
                .map(RoleAppointed.class::cast)
                .filter(appointed -> appointed.appointment().equals(appointment))
                .findFirst();
    }
}
