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

// A new P-256 key and a certificate that it signs itself, both written as PEM; 0 where anything
// failed. In C, because most of these calls are macros, which Swift does not see.
static inline int stet_self_signed(const char *name, const unsigned char *serial, int serial_length,
                                   long long not_before, long long seconds, BIO *certificate,
                                   BIO *key) {
    EVP_PKEY *pair = EVP_EC_gen("P-256");
    X509 *made = X509_new();
    BIGNUM *number = BN_bin2bn(serial, serial_length, NULL);
    X509_NAME *subject = made ? X509_get_subject_name(made) : NULL;
    int is_good = pair && made && number && subject && X509_set_version(made, X509_VERSION_3) &&
                  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(made)) &&
                  ASN1_TIME_set(X509_getm_notBefore(made), (time_t)not_before) &&
                  ASN1_TIME_set(X509_getm_notAfter(made), (time_t)(not_before + seconds)) &&
                  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                             (const unsigned char *)name, -1, -1, 0) &&
                  X509_set_issuer_name(made, subject) && X509_set_pubkey(made, pair) &&
                  X509_sign(made, pair, EVP_sha256()) && PEM_write_bio_X509(certificate, made) &&
                  PEM_write_bio_PKCS8PrivateKey(key, pair, NULL, NULL, 0, NULL, NULL);
    BN_free(number);
    X509_free(made);
    EVP_PKEY_free(pair);
    return is_good;
}
