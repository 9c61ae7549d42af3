package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/** What tests record of appointments. */
public final class AppointmentFacts {

    private AppointmentFacts() {}

    /** A substantive SRO by letter, for two years, with half of the working time. */
    public static RoleAppointed sro(String initiative, String appointment, String person, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                AppointmentKind.SUBSTANTIVE,
                new Holder(person, null),
                null,
                "HO/14",
                day(day).plusYears(2),
                50,
                null,
                null,
                null,
                null,
                on(day));
    }

    /** A substantive SRO by letter: whoever holds a post. */
    public static RoleAppointed sroByPost(String initiative, String appointment, String post, String day) {
        return Shape.with(Shape.with(sro(initiative, appointment, "", day), "holder", null), "heldByPost", post);
    }

    public static RoleAppointed sroReplacing(
            String initiative, String appointment, String person, String replaces, String day) {
        return Shape.with(sro(initiative, appointment, person, day), "replaces", replaces);
    }

    public static RoleAppointed vacancy(String initiative, String appointment, @Nullable String replaces, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                AppointmentKind.VACANT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                replaces,
                on(day));
    }

    public static AppointmentEnded ended(String initiative, String appointment, String day) {
        return new AppointmentEnded(initiative, appointment, "Retired", null, on(day));
    }
}
