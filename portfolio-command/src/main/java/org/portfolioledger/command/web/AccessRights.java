package org.portfolioledger.command.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.AccessScope;
import org.portfolioledger.command.CommandRight;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Decider;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;

/** Answers whether somebody may send a command, or might have. */
final class AccessRights {

    /** Who asks about others. */
    private static final Set<ActorRole> ASK_ABOUT_OTHERS =
            Set.of(ActorRole.PORTFOLIO_OFFICE, ActorRole.ASSURANCE, ActorRole.ADMINISTRATOR);

    private static final String POSITION = "position:";

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Directory people;
    private final CommandProcessor processor;

    AccessRights(Catalogue catalogue, Ledger ledger, Directory people, CommandProcessor processor) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.people = people;
        this.processor = processor;
    }

    /** The parameters as they were sent. */
    record Question(
            @Nullable String command,
            @Nullable String entity,
            @Nullable String person,
            @Nullable String roles,
            @Nullable String asOf,
            @Nullable String knownAt) {}

    /**
     * Whether a person may send a command about an entity.
     *
     * @param entity its stream
     * @param asOf day on which what the command states would be in effect
     * @param on day on which it would be sent
     * @param position up to which the register of the entity counted; absent where the caller does not read everything, and no
     *     grant of the caller reaches the entity: then all is as if nothing were on record of it
     * @param grants by which it may be sent; several: by none of them alone; none: no grant reaches the entity
     * @param scope how far the role of the grant reaches by itself; absent where the grants say how far
     * @param restsOn positions of the facts about the person by which the grant reaches it; none: the grants do by themselves
     * @param refusal why not; absent: it may be sent
     */
    record AccessRight(
            boolean may,
            String person,
            List<Grant> roles,
            String command,
            String entity,
            LocalDate asOf,
            LocalDate on,
            @Nullable Long position,
            List<Grant> grants,
            @Nullable AccessScope scope,
            List<Long> restsOn,
            @Nullable RightRefusal refusal) {}

    /** Why a command may not be sent, as the problem that would refuse it. */
    record RightRefusal(String type, String detail) {}

    /** When the question is meant. */
    private record Moment(long position, LocalDate day) {}

    /** @throws Problem if the question cannot be read, is about another and not for the caller, or about nothing on record */
    AccessRight of(Question asked) {
        Actor caller = Actor.present();
        CommandRoute<?> route = route(asked.command());
        boolean own = isOwn(asked, caller);
        Sender account = account(asked, caller, own);
        String named = named(asked.entity(), route);
        Optional<String> entity = ledger.spelling(named);
        // Whoever asks about others looks after the rights of all.
        boolean mayKnow = !own || caller.grants().stream().anyMatch(Grant::readsEverything);
        if (entity.isEmpty() && mayKnow) throw nothingThere(named);
        String register = entity.flatMap(ledger::registerOf).orElse(null);
        Moment known = known(asked.knownAt(), register);
        LocalDate asOf = asked.asOf() == null ? known.day() : day("asOf", asked.asOf());
        Sender sender = at(known.day(), account);
        if (entity.isPresent() && register != null) {
            CommandRight right = processor.right(route, entity.get(), asOf, sender, register, known.position());
            Sender today = at(LocalDate.ofInstant(ledger.now(), CommandReader.OFFICE), account);
            if (mayKnow || right.refusal() == null || processor.reaches(entity.get(), route.senders(), today))
                return answer(route, entity.get(), sender, asOf, known.position(), right);
        }
        Finding outOfReach = Decider.outOfReach(sender, route.senders(), Kinds.words(named));
        return answer(route, named, sender, asOf, null, new CommandRight(List.of(), List.of(), outOfReach));
    }

    private static Sender at(LocalDate day, Sender account) {
        return new Sender(account.person(), account.grants(), account.kind(), account.onBehalfOf(), day, true);
    }

    private static AccessRight answer(
            CommandRoute<?> route,
            String entity,
            Sender sender,
            LocalDate asOf,
            @Nullable Long position,
            CommandRight right) {
        Finding refusal = right.refusal();
        return new AccessRight(
                refusal == null,
                sender.person(),
                sender.grants().stream().sorted(Grant.IN_ORDER).toList(),
                Catalogue.BASE + route.path(),
                entity,
                asOf,
                sender.today(),
                position,
                right.grants(),
                scope(right.grants()),
                right.restsOn(),
                refusal == null
                        ? null
                        : new RightRefusal("/problems/" + refusal.rule().code(), refusal.detail()));
    }

    private static @Nullable AccessScope scope(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.within() == null)
                .map(grant -> AccessScope.of(grant.role()))
                .findFirst()
                .orElse(null);
    }

    private CommandRoute<?> route(@Nullable String path) {
        if (path == null) throw unreadable("command", RequiredFields.MISSING);
        return catalogue.routes().stream()
                .filter(route -> path.equals(Catalogue.BASE + route.path()))
                .findFirst()
                .orElseThrow(() -> unreadable("command", "is not the path of a command, as in /api/v1/access/matrix"));
    }

    private static boolean isOwn(Question asked, Actor caller) {
        String person = asked.person();
        return (person == null || person.equalsIgnoreCase(caller.person()))
                && (asked.roles() == null || caller.grants().containsAll(grants(asked.roles())));
    }

    /** Whose right it is; the day is not known yet. */
    private Sender account(Question asked, Actor caller, boolean own) {
        String person = asked.person();
        if (person == null && asked.roles() == null)
            return new Sender(
                    caller.person(), caller.grants(), caller.kind(), caller.onBehalfOf(), LocalDate.EPOCH, true);
        if (!own) caller.requireOneOf(ASK_ABOUT_OTHERS);
        String id = person == null || person.equalsIgnoreCase(caller.person()) ? caller.person() : known(person);
        Set<Grant> grants = asked.roles() == null ? caller.grants() : grants(asked.roles());
        return new Sender(id, grants, ActorKind.PERSON, null, LocalDate.EPOCH, true);
    }

    private String known(String person) {
        if (!CommandReader.isId(person)) throw unreadable("person", CommandReader.NO_ID);
        return people.spelling(person)
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No person has the id " + person));
    }

    private static Set<Grant> grants(String roles) {
        try {
            return Arrays.stream(roles.split(",", -1)).map(Grant::of).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException unknown) {
            throw unreadable("roles", Objects.requireNonNull(unknown.getMessage()));
        }
    }

    private static String named(@Nullable String stream, CommandRoute<?> route) {
        if (stream == null) throw unreadable("entity", RequiredFields.MISSING);
        Kind<?, ?> kind = Kinds.ofStream(stream)
                .filter(found -> CommandReader.isId(found.idIn(stream)))
                .orElseThrow(() -> unreadable("entity", "is not the stream of an entity, as initiative-PG-HOMES"));
        boolean decides = route.facts().stream().anyMatch(BoardDecision.class::isAssignableFrom);
        if (decides && !kind.equals(Kinds.BOARD))
            throw unreadable("entity", "is to be the stream of the board that decides, as board-BD-INV");
        if (!decides && !route.opens() && !kind.name().equals(kindName(route.entity())))
            throw unreadable(
                    "entity",
                    "is to be the stream of what the command is about, as %s-…".formatted(kindName(route.entity())));
        return stream;
    }

    /** The name of the kind for whose ids a variable of a path stands. */
    private static String kindName(String variable) {
        return variable.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** @param register null: nothing of it is known at any moment */
    private Moment known(@Nullable String sent, @Nullable String register) {
        Instant now = ledger.now();
        if (sent == null) return new Moment(ledger.head().position(), LocalDate.ofInstant(now, CommandReader.OFFICE));
        if (sent.startsWith(POSITION)) return atPosition(sent.substring(POSITION.length()));
        Instant instant = instant(sent, now);
        return new Moment(
                register == null ? 0 : ledger.positionKnownAt(register, instant),
                LocalDate.ofInstant(instant, CommandReader.OFFICE));
    }

    private Moment atPosition(String sent) {
        long position = Parameters.number("knownAt", sent, 1, Long.MAX_VALUE - 1);
        StoredEvent last = ledger.at(position)
                .orElseThrow(
                        () -> future("The last position is " + ledger.head().position()));
        return new Moment(position, LocalDate.ofInstant(last.knownAt(), CommandReader.OFFICE));
    }

    /** The end of a day, now for today, or a moment with its offset. */
    private static Instant instant(String sent, Instant now) {
        Instant instant;
        if (sent.length() == "yyyy-mm-dd".length()) {
            LocalDate day = day("knownAt", sent);
            if (day.equals(LocalDate.ofInstant(now, CommandReader.OFFICE))) return now;
            instant = day.plusDays(1)
                    .atStartOfDay(CommandReader.OFFICE)
                    .toInstant()
                    .minusNanos(1_000);
        } else {
            try {
                // A plus sign that was not escaped in an address arrives as a space.
                OffsetDateTime moment = OffsetDateTime.parse(sent.replace(' ', '+'));
                if (!isInAYear(moment.getYear())) throw new DateTimeException("far away");
                instant = moment.toInstant();
            } catch (DateTimeException _) {
                throw unreadable(
                        "knownAt", "is not a date (yyyy-mm-dd), a moment (2011-06-13T09:00:00Z) or position:N");
            }
        }
        if (instant.isAfter(now)) throw future("It is now " + now);
        return instant;
    }

    private static LocalDate day(String name, String sent) {
        try {
            LocalDate day = LocalDate.parse(sent);
            if (isInAYear(day.getYear())) return day;
        } catch (DateTimeException _) {
            // Refused below.
        }
        throw unreadable(name, "is not a date (yyyy-mm-dd) of the years 0001 to 9999");
    }

    /** Of those that the database has. */
    private static boolean isInAYear(int year) {
        return year >= 1 && year <= 9999;
    }

    private static Problem unreadable(String parameter, String wrong) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + parameter + " cannot be read",
                List.of(Problem.At.parameter(parameter, wrong)));
    }

    private static Problem future(String detail) {
        return Problem.of(
                HttpProblem.POINT_IN_THE_FUTURE, detail, List.of(Problem.At.parameter("knownAt", "is in the future")));
    }

    private static Problem nothingThere(String entity) {
        return Problem.of(HttpProblem.NOT_FOUND, "Nothing is on record of " + Kinds.words(entity));
    }
}
