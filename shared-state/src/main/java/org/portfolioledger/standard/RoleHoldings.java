package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.standard.DataSource.Part;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.AppointmentsState.Running;
import org.portfolioledger.state.AppointmentsState.Vacancy;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.StatedDate;

/** People in their roles; a role that is vacant is one that nobody holds. */
final class RoleHoldings {

    private static final String VACANT = "VACANT";

    static final DataSource<RoleHolding> SOURCE = new DataSource<>(
            DataEntity.PEOPLE,
            of -> parts(of.roles()),
            List.of(
                    DataPath.text("role", "the role", of -> of.holding().as(of.role())),
                    DataPath.text(
                            "holder", "who holds it: id of a person, or a post", of -> of.held(Incumbent::holder)),
                    DataPath.text(
                            "holder.person",
                            "id of the person who holds it",
                            of -> part(of.incumbent(), held -> of(held.holder(), Holder::person))),
                    DataPath.text(
                            "holder.post",
                            "the post of the person, or the post that holds it",
                            of -> part(of.incumbent(), held -> of(held.holder(), Holder::post))),
                    DataPath.text(
                            "kind",
                            "substantive, acting, interim, or vacant",
                            of -> of.incumbent() == null ? of.holding().as(VACANT) : of.held(Incumbent::kind)),
                    DataPath.of(
                            "appointedOn",
                            DataFormat.DATE,
                            "from when on it is so",
                            of -> of.holding()
                                    .as(new StatedDate(
                                            of.holding().since(), of.holding().precision()))),
                    DataPath.of(
                            "expectedEnd",
                            DataFormat.DATE,
                            "first day on which it is no longer expected to be so",
                            of -> part(of.holding(), RoleHoldings::expectedEnd)),
                    DataPath.text(
                            "appointmentLetter",
                            "reference of the letter of appointment",
                            of -> of.held(Incumbent::appointmentLetter)),
                    DataPath.of(
                            "timeCommitment",
                            DataFormat.WHOLE_NUMBER,
                            "share of working time, in percent",
                            of -> of.held(Incumbent::timeCommitment)),
                    DataPath.text(
                            "delegatedAuthority",
                            "what the holder may decide",
                            of -> of.held(Incumbent::delegatedAuthority))));

    private RoleHoldings() {}

    /** How a role is held, or that it is vacant. */
    record RoleHolding(Role role, Grounded<Running> holding) {

        private @Nullable Grounded<Incumbent> incumbent() {
            return holding.value() instanceof Incumbent incumbent ? holding.as(incumbent) : null;
        }

        private @Nullable Grounded<?> held(Function<Incumbent, @Nullable Object> part) {
            return part(incumbent(), part);
        }
    }

    private static List<Part<RoleHolding>> parts(@Nullable AppointmentsState roles) {
        List<Part<RoleHolding>> parts = new ArrayList<>();
        if (roles != null)
            roles.running()
                    .forEach((role, holding) ->
                            parts.add(new Part<>(role.name(), new RoleHolding(role, holding), false)));
        return parts;
    }

    private static @Nullable Object expectedEnd(Running running) {
        return switch (running) {
            case Incumbent held -> held.expectedEnd();
            case Vacancy vacancy -> vacancy.expectedEnd();
        };
    }

    private static @Nullable Object of(@Nullable Holder holder, Function<Holder, @Nullable String> part) {
        return holder == null ? null : part.apply(holder);
    }
}
