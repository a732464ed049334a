#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

// Swift sees neither the macro for a memory BIO's bytes nor a typed NULL password callback.
static inline long stet_bio_bytes(BIO *bio, char **bytes) { return BIO_get_mem_data(bio, bytes); }
