#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static const char *problem;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static PGconn *(*p_PQconnectdb)(const char *conninfo);
static void (*p_PQfinish)(PGconn *conn);
static int (*p_PQstatus)(const PGconn *conn);
static int (*p_PQtransactionStatus)(const PGconn *conn);
static char *(*p_PQerrorMessage)(const PGconn *conn);
static int (*p_PQsocket)(const PGconn *conn);
static PGresult *(*p_PQexec)(PGconn *conn, const char *query);
static PGresult *(*p_PQprepare)(PGconn *conn, const char *name, const char *query, int count, const PGOid *types);
static PGresult *(*p_PQexecPrepared)(PGconn *conn, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format);
static int (*p_PQsendQueryPrepared)(PGconn *conn, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format);
static PGresult *(*p_PQgetResult)(PGconn *conn);
static int (*p_PQenterPipelineMode)(PGconn *conn);
static int (*p_PQexitPipelineMode)(PGconn *conn);
static int (*p_PQpipelineSync)(PGconn *conn);
static int (*p_PQconsumeInput)(PGconn *conn);
static PGnotify *(*p_PQnotifies)(PGconn *conn);
static void (*p_PQfreemem)(void *memory);
static int (*p_PQresultStatus)(const PGresult *result);
static char *(*p_PQresultErrorField)(const PGresult *result, int field);
static char *(*p_PQresultErrorMessage)(const PGresult *result);
static int (*p_PQntuples)(const PGresult *result);
static int (*p_PQnfields)(const PGresult *result);
static char *(*p_PQfname)(const PGresult *result, int column);
static char *(*p_PQgetvalue)(const PGresult *result, int row, int column);
static int (*p_PQgetlength)(const PGresult *result, int row, int column);
static int (*p_PQgetisnull)(const PGresult *result, int row, int column);
static char *(*p_PQcmdTuples)(PGresult *result);
static void (*p_PQclear)(PGresult *result);

static void *(*p_PQsetNoticeProcessor)(PGconn *conn, void (*processor)(void *, const char *), void *argument);

static int find(void *library, void **pointer, const char *name) {
    *pointer = dlsym(library, name);
    return *pointer != NULL;
}

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        problem = "PostgreSQL's client library libpq.so.5 is not on this machine. "
                  "Install it (Debian and Ubuntu: apt-get install libpq5; Fedora: dnf install libpq) and try again";
        return;
    }
    if (!(find(library, (void **)&p_PQsetNoticeProcessor, "PQsetNoticeProcessor")
          && find(library, (void **)&p_PQconnectdb, "PQconnectdb")
          && find(library, (void **)&p_PQfinish, "PQfinish")
          && find(library, (void **)&p_PQstatus, "PQstatus")
          && find(library, (void **)&p_PQtransactionStatus, "PQtransactionStatus")
          && find(library, (void **)&p_PQerrorMessage, "PQerrorMessage")
          && find(library, (void **)&p_PQsocket, "PQsocket")
          && find(library, (void **)&p_PQexec, "PQexec")
          && find(library, (void **)&p_PQprepare, "PQprepare")
          && find(library, (void **)&p_PQexecPrepared, "PQexecPrepared")
          && find(library, (void **)&p_PQsendQueryPrepared, "PQsendQueryPrepared")
          && find(library, (void **)&p_PQgetResult, "PQgetResult")
          && find(library, (void **)&p_PQenterPipelineMode, "PQenterPipelineMode")
          && find(library, (void **)&p_PQexitPipelineMode, "PQexitPipelineMode")
          && find(library, (void **)&p_PQpipelineSync, "PQpipelineSync")
          && find(library, (void **)&p_PQconsumeInput, "PQconsumeInput")
          && find(library, (void **)&p_PQnotifies, "PQnotifies")
          && find(library, (void **)&p_PQfreemem, "PQfreemem")
          && find(library, (void **)&p_PQresultStatus, "PQresultStatus")
          && find(library, (void **)&p_PQresultErrorField, "PQresultErrorField")
          && find(library, (void **)&p_PQresultErrorMessage, "PQresultErrorMessage")
          && find(library, (void **)&p_PQntuples, "PQntuples")
          && find(library, (void **)&p_PQnfields, "PQnfields")
          && find(library, (void **)&p_PQfname, "PQfname")
          && find(library, (void **)&p_PQgetvalue, "PQgetvalue")
          && find(library, (void **)&p_PQgetlength, "PQgetlength")
          && find(library, (void **)&p_PQgetisnull, "PQgetisnull")
          && find(library, (void **)&p_PQcmdTuples, "PQcmdTuples")
          && find(library, (void **)&p_PQclear, "PQclear"))) {
        problem = "PostgreSQL's client library libpq.so.5 is older than version 14. Install a newer libpq5 and try again";
    }
}

const char *cpq_load(void) {
    pthread_once(&once, load);
    return problem;
}

PGconn *cpq_connectdb(const char *conninfo) { return p_PQconnectdb(conninfo); }
static void ignore(void *argument, const char *message) {
    (void)argument;
    (void)message;
}

void cpq_ignoreNotices(PGconn *conn) { p_PQsetNoticeProcessor(conn, ignore, NULL); }
void cpq_finish(PGconn *conn) { p_PQfinish(conn); }
int cpq_status(const PGconn *conn) { return p_PQstatus(conn); }
int cpq_transactionStatus(const PGconn *conn) { return p_PQtransactionStatus(conn); }
char *cpq_errorMessage(const PGconn *conn) { return p_PQerrorMessage(conn); }
int cpq_socket(const PGconn *conn) { return p_PQsocket(conn); }
PGresult *cpq_exec(PGconn *conn, const char *query) { return p_PQexec(conn, query); }
PGresult *cpq_prepare(PGconn *conn, const char *name, const char *query, int count, const PGOid *types) { return p_PQprepare(conn, name, query, count, types); }
PGresult *cpq_execPrepared(PGconn *conn, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format) { return p_PQexecPrepared(conn, name, count, values, lengths, formats, format); }
int cpq_sendQueryPrepared(PGconn *conn, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format) { return p_PQsendQueryPrepared(conn, name, count, values, lengths, formats, format); }
PGresult *cpq_getResult(PGconn *conn) { return p_PQgetResult(conn); }
int cpq_enterPipelineMode(PGconn *conn) { return p_PQenterPipelineMode(conn); }
int cpq_exitPipelineMode(PGconn *conn) { return p_PQexitPipelineMode(conn); }
int cpq_pipelineSync(PGconn *conn) { return p_PQpipelineSync(conn); }
int cpq_consumeInput(PGconn *conn) { return p_PQconsumeInput(conn); }
PGnotify *cpq_notifies(PGconn *conn) { return p_PQnotifies(conn); }
void cpq_freemem(void *memory) { p_PQfreemem(memory); }
int cpq_resultStatus(const PGresult *result) { return p_PQresultStatus(result); }
char *cpq_resultErrorField(const PGresult *result, int field) { return p_PQresultErrorField(result, field); }
char *cpq_resultErrorMessage(const PGresult *result) { return p_PQresultErrorMessage(result); }
int cpq_ntuples(const PGresult *result) { return p_PQntuples(result); }
int cpq_nfields(const PGresult *result) { return p_PQnfields(result); }
char *cpq_fname(const PGresult *result, int column) { return p_PQfname(result, column); }
char *cpq_getvalue(const PGresult *result, int row, int column) { return p_PQgetvalue(result, row, column); }
int cpq_getlength(const PGresult *result, int row, int column) { return p_PQgetlength(result, row, column); }
int cpq_getisnull(const PGresult *result, int row, int column) { return p_PQgetisnull(result, row, column); }
char *cpq_cmdTuples(PGresult *result) { return p_PQcmdTuples(result); }
void cpq_clear(PGresult *result) { p_PQclear(result); }
