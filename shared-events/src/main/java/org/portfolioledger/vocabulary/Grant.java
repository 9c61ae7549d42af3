package org.portfolioledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That an account has a role, and for what. Written as {@code SRO}, {@code REPORTING_READER@portfolio-ONE_MET} or {@code
 * BOARD_SECRETARY@*}.
 *
 * @param within a portfolio, an initiative or a board, as its stream is called; {@code *}: everything; null: as far as the
 *     role reaches by itself, for instance by the appointments that are on record
 */
public record Grant(ActorRole role, @Nullable String within) {

    /** Everything there is. */
    public static final String EVERYTHING = "*";

    /** By role, and then by what they are within. */
    public static final Comparator<Grant> IN_ORDER =
            Comparator.comparing(Grant::role).thenComparing(Grant::toString);

    private static final char BEFORE_PLACE = '@';
    private static final String PLACES = "\\*|(portfolio|initiative|board)-[A-Za-z0-9._-]{1,64}";
    private static final Pattern PLACE = Pattern.compile(PLACES);

    /** What it looks like where it is written. */
    public static final String FORM = "^[A-Z_]+(@(" + PLACES + "))?$";

    /** @throws IllegalArgumentException if a role reaches no such thing */
    public Grant {
        if (within != null && !PLACE.matcher(within).matches())
            throw new IllegalArgumentException(
                    within + " is no portfolio, initiative or board, such as portfolio-ONE_MET, and not *");
    }

    /** As far as the role reaches by itself. */
    public static Grant of(ActorRole role) {
        return new Grant(role, null);
    }

    /** The same of several roles. */
    public static Set<Grant> of(Collection<ActorRole> roles) {
        return roles.stream().map(Grant::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads what is written.
     *
     * @throws IllegalArgumentException if there is no such role, or it reaches no such thing
     */
    @JsonCreator
    public static Grant of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(text + " is not a role"));
    }

    /**
     * Reads what is written.
     *
     * @return empty if there is no such role
     * @throws IllegalArgumentException if the role reaches no such thing
     */
    public static Optional<Grant> read(String text) {
        int at = text.indexOf(BEFORE_PLACE);
        String named = at < 0 ? text : text.substring(0, at);
        return Arrays.stream(ActorRole.values())
                .filter(role -> role.name().equals(named))
                .findFirst()
                .map(role -> new Grant(role, at < 0 ? null : text.substring(at + 1)));
    }

    /** Whether it reaches everything that the role can. */
    public boolean isEverywhere() {
        return EVERYTHING.equals(within);
    }

    /** Whether whoever has it reads everything there is, but for what is marked. */
    public boolean readsEverything() {
        if (within != null) return isEverywhere() && role != ActorRole.ADMINISTRATOR;
        return switch (role) {
            case SRO, PROGRAMME_MANAGER, BOARD_SECRETARY, BOARD_MEMBER, ADMINISTRATOR -> false;
            case PORTFOLIO_OFFICE, GATEKEEPER, ASSURANCE, PUBLICATION_OFFICER, OPERATOR, MIGRATOR, REPORTING_READER ->
                true;
        };
    }

    /** Whether it is granted within what has this stream. Ids are one whatever the case of their letters. */
    public boolean isFor(String stream) {
        return stream.equalsIgnoreCase(within);
    }

    /**
     * Whether it reaches no further than another: it is the same, or narrows one that names nothing or everything.
     *
     * @param byItself whether the other's role reaches everything where it is granted within nothing
     */
    public boolean isAtMost(Grant other, boolean byItself) {
        if (role != other.role) return false;
        return equals(other) || other.isEverywhere() || (byItself && other.within == null);
    }

    /** As it is written. */
    @Override
    @JsonValue
    public String toString() {
        return within == null ? role.name() : role.name() + BEFORE_PLACE + within;
    }
}
