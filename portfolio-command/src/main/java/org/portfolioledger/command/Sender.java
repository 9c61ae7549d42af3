package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.Set;
import org.portfolioledger.vocabulary.ActorRole;

/**
 * Who sends a command.
 *
 * @param person id in the directory of people: all accounts of one person are that person
 * @param roles of the account
 * @param today by the clock of the ledger
 * @param migrating whether they state when it was known, as a migration of history does
 */
public record Sender(String person, Set<ActorRole> roles, LocalDate today, boolean migrating) {}
