package org.portfolioledger.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;

/** Reads from the claims of a token whose it is. */
final class ActorClaims {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_ACCOUNT = 255;

    private final AccessProperties.Claims names;
    private final Set<Marking> markings;

    /** @param markings that an account may read whose token does not say which */
    ActorClaims(AccessProperties.Claims names, Set<Marking> markings) {
        this.names = names;
        this.markings = Set.copyOf(markings);
    }

    /**
     * Whose token it is. Roles that this system does not know are others' concern.
     *
     * @throws SignInRefused if the claims do not say it, or contradict each other
     */
    Actor actor(Map<String, Object> claims) {
        String account = text(claims, names.account())
                .orElseThrow(() -> SignInRefused.token(
                        "The token names no account: its claim %s is empty".formatted(names.account())));
        if (account.length() > LONGEST_ACCOUNT)
            throw SignInRefused.token("The name of the token's account is longer than " + LONGEST_ACCOUNT);
        if (account.codePoints().anyMatch(ActorClaims::isIllegible))
            throw SignInRefused.token("The name of the token's account holds a control character, or half a character");
        String person = id(claims, names.person())
                .orElseThrow(() ->
                        SignInRefused.token("The token names nobody in the directory of people: its claim %s is empty"
                                .formatted(names.person())));
        ActorKind kind = kind(claims);
        String onBehalfOf = id(claims, names.onBehalfOf()).orElse(null);
        if (kind.actsForSomebody() && onBehalfOf == null)
            throw SignInRefused.token("The token is of a machine that acts for nobody: its claim %s is empty"
                    .formatted(names.onBehalfOf()));
        if (!kind.actsForSomebody() && onBehalfOf != null)
            throw SignInRefused.token("The token is of a person, who acts for nobody else: its claim %s is not empty"
                    .formatted(names.onBehalfOf()));
        return new Actor(account, person, grants(claims), kind, onBehalfOf, markings(claims));
    }

    /** No table could hold it, and a lookup of many accounts would fail for one. */
    private static boolean isIllegible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private ActorKind kind(Map<String, Object> claims) {
        if (value(claims, names.kind()) == null) return ActorKind.PERSON;
        return text(claims, names.kind())
                .flatMap(stated -> Arrays.stream(ActorKind.values())
                        .filter(kind -> kind.name().equals(stated))
                        .findFirst())
                .orElseThrow(() -> SignInRefused.token(
                        "The token's claim %s is none of PERSON, SERVICE and AGENT".formatted(names.kind())));
    }

    private Set<Grant> grants(Map<String, Object> claims) {
        return names.roles().stream()
                .flatMap(name -> values(claims, name))
                .flatMap(ActorClaims::grant)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that it names; a marking that this system does not know is of no use here. */
    private Set<Marking> markings(Map<String, Object> claims) {
        if (value(claims, names.markings()) == null) return markings;
        Set<String> named = values(claims, names.markings()).collect(Collectors.toSet());
        return Arrays.stream(Marking.values())
                .filter(marking -> named.contains(marking.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Grant> grant(String text) {
        try {
            return Grant.read(text).stream();
        } catch (IllegalArgumentException nowhere) {
            throw SignInRefused.token("The token has a role for nothing that there could be: " + nowhere.getMessage());
        }
    }

    private static Optional<String> id(Map<String, Object> claims, String name) {
        Optional<String> id = text(claims, name);
        if (id.isPresent() && !ID.matcher(id.get()).matches())
            throw SignInRefused.token("The token's claim %s is no id".formatted(name));
        return id;
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        Object value = value(claims, name);
        if (value != null && !(value instanceof String))
            throw SignInRefused.token("The token's claim %s is no text".formatted(name));
        return Optional.ofNullable((String) value).filter(text -> !text.isBlank());
    }

    /** A list of texts, or one text with spaces between them. */
    private static Stream<String> values(Map<String, Object> claims, String name) {
        Object value = value(claims, name);
        if (value instanceof String text) return Stream.of(text.split(" ", -1));
        return value instanceof Collection<?> all
                ? all.stream().filter(Objects::nonNull).map(String::valueOf)
                : Stream.empty();
    }

    /** A claim of exactly that name, otherwise one inside objects. */
    private static @Nullable Object value(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) return claims.get(name);
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(dot + 1))
                : null;
    }
}
