package org.portfolioledger.query.proof;

import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.ledger.proof.AuditBundles;
import org.portfolioledger.ledger.proof.BundleRecords;
import org.portfolioledger.ledger.proof.BundleWriter;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.LedgerLog.Signing;
import org.portfolioledger.ledger.proof.ProofMigration;
import org.portfolioledger.query.QueryProperties;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.serialization.FactSchema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Bean(destroyMethod = "close")
    AuditBundles auditBundles(QueryDatabase database, JsonMapper json) {
        return new AuditBundles(
                new BundleRecords(database.rows().reader(), database.rows().writer()),
                new BundleWriter(database.ledger()),
                json.writeValueAsBytes(FactSchema.all()
                        .map(schema -> new CataloguedType(
                                schema.type().typeName(), schema.revision(), json.readTree(schema.bytes())))
                        .toList()));
    }

    /** One revision of a type of fact, as a bundle has it. */
    record CataloguedType(String type, int revision, JsonNode schema) {}

    @Bean
    LogLifecycle logLifecycle(LedgerLog log, QueryProperties query) {
        return new LogLifecycle(log, query.follow());
    }

    @Bean
    LogHealth logHealthIndicator(LedgerLog log) {
        return new LogHealth(log);
    }
}
