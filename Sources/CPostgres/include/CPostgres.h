// The part of libpq that CodeForge uses, found at run time.
//
// Everything builds without PostgreSQL's headers and starts without its library; only who opens a PostgreSQL database
// needs libpq.so.5. Declarations: https://www.postgresql.org/docs/current/libpq.html

#ifndef CODEFORGE_CPOSTGRES_H
#define CODEFORGE_CPOSTGRES_H

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef unsigned int PGOid;

typedef struct pgNotify {
    char *relname;
    int be_pid;
    char *extra;
    struct pgNotify *next;
} PGnotify;

enum { CPQ_CONNECTION_OK = 0 };

enum {
    CPQ_COMMAND_OK = 1,
    CPQ_TUPLES_OK = 2,
    CPQ_PIPELINE_SYNC = 10
};

enum { CPQ_TRANSACTION_IDLE = 0 };

// Fields of an error: PG_DIAG_* of postgres_ext.h.
enum {
    CPQ_SQLSTATE = 'C',
    CPQ_MESSAGE_PRIMARY = 'M',
    CPQ_MESSAGE_DETAIL = 'D',
    CPQ_TABLE_NAME = 't',
    CPQ_COLUMN_NAME = 'c',
    CPQ_CONSTRAINT_NAME = 'n'
};

// Finds the library, once. Returns NULL, or why it can't be used; nothing below may be called then.
const char *cpq_load(void);

PGconn *cpq_connectdb(const char *conninfo);
// Keeps the server's notices off standard error, where libpq writes them by itself.
void cpq_ignoreNotices(PGconn *conn);
void cpq_finish(PGconn *conn);
int cpq_status(const PGconn *conn);
int cpq_transactionStatus(const PGconn *conn);
char *cpq_errorMessage(const PGconn *conn);
int cpq_socket(const PGconn *conn);
PGresult *cpq_exec(PGconn *conn, const char *query);
PGresult *cpq_prepare(PGconn *conn, const char *name, const char *query, int count, const PGOid *types);
PGresult *cpq_execPrepared(PGconn *conn, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format);
int cpq_sendQueryPrepared(PGconn *conn, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format);
PGresult *cpq_getResult(PGconn *conn);
int cpq_enterPipelineMode(PGconn *conn);
int cpq_exitPipelineMode(PGconn *conn);
int cpq_pipelineSync(PGconn *conn);
int cpq_consumeInput(PGconn *conn);
PGnotify *cpq_notifies(PGconn *conn);
void cpq_freemem(void *memory);
int cpq_resultStatus(const PGresult *result);
char *cpq_resultErrorField(const PGresult *result, int field);
char *cpq_resultErrorMessage(const PGresult *result);
int cpq_ntuples(const PGresult *result);
int cpq_nfields(const PGresult *result);
char *cpq_fname(const PGresult *result, int column);
char *cpq_getvalue(const PGresult *result, int row, int column);
int cpq_getlength(const PGresult *result, int row, int column);
int cpq_getisnull(const PGresult *result, int row, int column);
char *cpq_cmdTuples(PGresult *result);
void cpq_clear(PGresult *result);

#endif
