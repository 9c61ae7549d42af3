package org.portfolioledger.query.proof;

import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.LedgerLog.Signing;
import org.portfolioledger.ledger.proof.ProofMigration;
import org.portfolioledger.query.QueryProperties;
import org.portfolioledger.query.database.QueryDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the tree where the rows are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofProperties.class)
class ProofConfiguration {

    @Bean(destroyMethod = "close")
    LedgerLog ledgerLog(
            QueryDatabase database, QueryProperties query, ProofProperties settings, ObjectProvider<Signing> builtIn) {
        if (!ProofMigration.isDone(database.ledger()))
            throw new RefusedToStart(
                    "The database has no place for the tree over the ledger: start this with --migrate as the owner of the database.");
        return new LedgerLog(
                database.rows().writer(),
                database.rows().reader(),
                database.rows().sessions(),
                database.wakeUp(),
                builtIn.getIfAvailable(settings::signing),
                settings.pace(query.poll()));
    }

    @Bean
    LogLifecycle logLifecycle(LedgerLog log, QueryProperties query) {
        return new LogLifecycle(log, query.follow());
    }

    @Bean
    LogHealth logHealthIndicator(LedgerLog log) {
        return new LogHealth(log);
    }
}
