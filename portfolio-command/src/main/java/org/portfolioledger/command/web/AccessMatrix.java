package org.portfolioledger.command.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.command.AccessScope;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.vocabulary.ActorRole;

/**
 * Which role may send which command. Who is not listed may not.
 *
 * @param commands in the order of their paths
 * @param scopes the meaning of each scope
 */
record AccessMatrix(List<CommandRights> commands, List<ScopeMeaning> scopes) {

    private static final Set<ActorRole> EVERY_ROLE = Set.of(ActorRole.values());

    /**
     * A command with the roles that may send it.
     *
     * @param path to which it is sent, with variables
     * @param correctors roles that may correct what it put on record
     */
    record CommandRights(String path, List<Right> senders, List<Right> correctors) {}

    /**
     * That a role may do something.
     *
     * @param scope how far the right reaches
     */
    record Right(ActorRole role, AccessScope scope) {}

    /** A scope in words. */
    record ScopeMeaning(AccessScope scope, String meaning) {}

    /** As the catalogue states it, and what is taken besides its commands. */
    static AccessMatrix of(Catalogue catalogue) {
        Set<ActorRole> writing =
                Arrays.stream(ActorRole.values()).filter(ActorRole::writes).collect(Collectors.toSet());
        Stream<CommandRights> besides = Stream.of(
                besides(CorrectionReader.PATH, catalogue.correctors(), AccessScope.EACH_COMMAND),
                besides(ImportEndpoint.PATH, writing, AccessScope.EACH_COMMAND),
                besides(SheetEndpoint.CSV_PATH, writing, AccessScope.EACH_COMMAND),
                besides(SheetEndpoint.XLSX_PATH, writing, AccessScope.EACH_COMMAND),
                besides(PeopleEndpoint.PATH, PeopleEndpoint.KEEPERS, AccessScope.EVERYTHING),
                besides(PeopleEndpoint.ERASURES, PeopleEndpoint.ERASERS, AccessScope.EVERYTHING),
                besides(AccessTokenEndpoint.PATH, EVERY_ROLE, AccessScope.OWN_ACCOUNT),
                ofAccounts(AccessTokenEndpoint.REVOCATIONS),
                ofAccounts(AccessTokenEndpoint.SIGN_OUTS));
        return new AccessMatrix(
                Stream.concat(catalogue.routes().stream().map(AccessMatrix::rights), besides)
                        .sorted(Comparator.comparing(CommandRights::path))
                        .toList(),
                Arrays.stream(AccessScope.values())
                        .map(scope -> new ScopeMeaning(scope, scope.meaning()))
                        .toList());
    }

    private static CommandRights ofAccounts(String path) {
        return new CommandRights(
                path,
                rights(
                        EVERY_ROLE,
                        role -> role == ActorRole.ADMINISTRATOR ? AccessScope.EVERYTHING : AccessScope.OWN_ACCOUNT),
                List.of());
    }

    private static CommandRights rights(CommandRoute<?> route) {
        return new CommandRights(
                Catalogue.BASE + route.path(),
                rights(route.senders(), AccessScope::of),
                rights(route.correctors(), AccessScope::of));
    }

    private static CommandRights besides(String path, Set<ActorRole> senders, AccessScope scope) {
        return new CommandRights(path, rights(senders, _ -> scope), List.of());
    }

    private static List<Right> rights(Set<ActorRole> roles, Function<ActorRole, AccessScope> scope) {
        return roles.stream()
                .sorted()
                .map(role -> new Right(role, scope.apply(role)))
                .toList();
    }
}
