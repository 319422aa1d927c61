//! Bytes in a bucket of a server that speaks S3.

use std::{fmt, sync::Arc, time::Duration};

use object_store::{
    ClientOptions, ObjectStore, ObjectStoreExt, PutMode, PutPayload,
    aws::{AmazonS3Builder, S3ConditionalPut, S3CopyIfNotExists},
    path::Path,
    prefix::PrefixStore,
};
use zeroize::Zeroizing;

use super::{BlobError, Blobs, place::incoming};

/// How long one request may take: a whole file may be read in it.
const LONGEST_REQUEST: Duration = Duration::from_secs(60 * 60);
/// How long a connection may take to be made.
const LONGEST_CONNECT: Duration = Duration::from_secs(10);

/// Where a bucket is, and as whom it is used.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// What the names of all objects begin with; empty for the whole bucket.
    pub prefix: String,
    /// Scheme, host and port of the server; none for Amazon's own in the region.
    pub endpoint: Option<String>,
    /// The region.
    pub region: String,
    /// The access key.
    pub access_key: String,
    /// Its secret.
    pub secret_key: Zeroizing<String>,
}

/// The keys stay hidden.
impl fmt::Debug for Bucket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.endpoint.as_deref().unwrap_or("Amazon S3");
        write!(out, "Bucket({} at {at})", self.name)
    }
}

impl Blobs {
    /// In a bucket. Nothing is asked of the server yet: [`Blobs::probe`] does.
    ///
    /// # Errors
    /// If the description makes no sense.
    pub fn bucket(bucket: &Bucket) -> Result<Blobs, BlobError> {
        crate::tls::use_ring();
        let is_plain = |it: &String| it.starts_with("http://");
        let options = ClientOptions::new()
            .with_timeout(LONGEST_REQUEST)
            .with_connect_timeout(LONGEST_CONNECT)
            .with_allow_http(bucket.endpoint.as_ref().is_some_and(is_plain));
        let mut builder = AmazonS3Builder::new()
            .with_client_options(options)
            .with_bucket_name(&bucket.name)
            .with_region(&bucket.region)
            .with_access_key_id(&bucket.access_key)
            .with_secret_access_key(bucket.secret_key.as_str())
            .with_conditional_put(S3ConditionalPut::ETagMatch)
            .with_copy_if_not_exists(S3CopyIfNotExists::Multipart);
        if let Some(endpoint) = &bucket.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        let objects = builder.build()?;
        let objects: Arc<dyn ObjectStore> = match bucket.prefix.trim_matches('/') {
            "" => Arc::new(objects),
            prefix => Arc::new(PrefixStore::new(objects, prefix)),
        };
        Ok(Blobs::over(objects))
    }

    /// Tries whether the place can be used, and refuses to create what exists: some servers ignore
    /// that wish without a word, and then one upload could replace another. `entropy` names the two
    /// objects that it leaves for a moment.
    ///
    /// # Errors
    /// [`BlobError::Replaces`], or the place's own.
    pub async fn probe(&self, entropy: [u8; 16]) -> Result<(), BlobError> {
        let there = incoming(&entropy);
        let other = Path::from(format!("{there}-other"));
        let found = self.try_out(&there, &other).await;
        for left in [&there, &other] {
            // What a failed probe leaves goes with the next sweep.
            let _ = self.objects.delete(left).await;
        }
        found
    }

    async fn try_out(&self, there: &Path, other: &Path) -> Result<(), BlobError> {
        let create = async |content: &'static [u8]| {
            let payload = PutPayload::from_static(content);
            self.objects
                .put_opts(there, payload, PutMode::Create.into())
                .await
        };
        create(b"first").await?;
        refused(create(b"second").await.map(drop), "putting an object")?;
        self.objects
            .put(other, PutPayload::from_static(b"other"))
            .await?;
        let moved = self.objects.rename_if_not_exists(other, there).await;
        refused(moved, "copying an object")?;
        let kept = self.objects.get(there).await?.bytes().await?;
        if kept == b"first".as_slice() {
            Ok(())
        } else {
            Err(BlobError::Replaces("an object that exists"))
        }
    }
}

fn refused(outcome: object_store::Result<()>, doing: &'static str) -> Result<(), BlobError> {
    match outcome {
        Err(
            object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. },
        ) => Ok(()),
        Err(error) => Err(error.into()),
        Ok(()) => Err(BlobError::Replaces(doing)),
    }
}
