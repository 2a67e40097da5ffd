//! Argon2id with memory that outlives a call.

use std::sync::Arc;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;

use super::memory::Memory;
use super::{HashError, Verdict};
use crate::config::Hashing;
use crate::rng::Rng;

const SALT: usize = 16;
const OUTPUT: usize = Params::DEFAULT_OUTPUT_LEN;

pub(super) struct Argon {
    params: Params,
    rng: Arc<dyn Rng>,
}

impl Argon {
    /// Parameters below what Argon2 allows are raised to it.
    pub(super) fn new(config: &Hashing, rng: Arc<dyn Rng>) -> Self {
        let lanes = config.parallelism.clamp(1, 64);
        let memory = config.memory_kib.max(8 * lanes);
        let params = Params::new(memory, config.iterations.max(1), lanes, Some(OUTPUT))
            .expect("the parameters were raised to the least allowed");
        Self { params, rng }
    }

    pub(super) fn hash(&self, password: &[u8], memory: &mut Memory) -> Result<String, HashError> {
        let mut salt = [0; SALT];
        self.rng.fill(&mut salt);
        let mut output = [0; OUTPUT];
        compute(
            &self.params,
            Algorithm::Argon2id,
            Version::V0x13,
            password,
            &salt,
            &mut output,
            memory,
        )?;
        let phc = PasswordHash {
            algorithm: ARGON2ID_IDENT,
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params).map_err(|_| HashError::Unreadable)?,
            salt: Some(Salt::new(&salt).map_err(|_| HashError::Unreadable)?),
            hash: Some(Output::new(&output).map_err(|_| HashError::Unreadable)?),
        };
        Ok(phc.to_string())
    }

    pub(super) fn verify(
        &self,
        phc: Option<&str>,
        password: &[u8],
        memory: &mut Memory,
    ) -> Result<Verdict, HashError> {
        let Some(phc) = phc else {
            self.hash(password, memory)?;
            return Ok(Verdict {
                matches: false,
                rehash: None,
            });
        };
        let stored = PasswordHash::new(phc).map_err(|_| HashError::Unreadable)?;
        let params = Params::try_from(&stored).map_err(|_| HashError::Unreadable)?;
        let algorithm =
            Algorithm::try_from(stored.algorithm.as_str()).map_err(|_| HashError::Unreadable)?;
        let version = match stored.version {
            Some(version) => Version::try_from(version).map_err(|_| HashError::Unreadable)?,
            None => Version::V0x13,
        };
        let (Some(salt), Some(expected)) = (&stored.salt, &stored.hash) else {
            return Err(HashError::Unreadable);
        };
        let mut output = [0; Output::MAX_LENGTH];
        let output = &mut output[..expected.len()];
        compute(&params, algorithm, version, password, salt, output, memory)?;
        let matches: bool = output.ct_eq(expected.as_bytes()).into();
        let rehash = match matches && (algorithm != Algorithm::Argon2id || self.is_weaker(&params))
        {
            true => Some(self.hash(password, memory)?),
            false => None,
        };
        Ok(Verdict { matches, rehash })
    }

    fn is_weaker(&self, stored: &Params) -> bool {
        stored.m_cost() < self.params.m_cost()
            || stored.t_cost() < self.params.t_cost()
            || stored.p_cost() < self.params.p_cost()
    }
}

fn compute(
    params: &Params,
    algorithm: Algorithm,
    version: Version,
    password: &[u8],
    salt: &[u8],
    output: &mut [u8],
    memory: &mut Memory,
) -> Result<(), HashError> {
    let blocks = params.block_count();
    Argon2::new(algorithm, version, params.clone())
        .hash_password_into_with_memory(password, salt, output, memory.blocks(blocks))
        .map_err(|_| HashError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;

    fn argon(memory_kib: u32, iterations: u32) -> Argon {
        let config = Hashing {
            memory_kib,
            iterations,
            ..Hashing::default()
        };
        Argon::new(&config, Arc::new(SeededRng::new(1)))
    }

    #[test]
    fn a_hash_is_a_phc_string_and_only_its_password_fits() {
        let (argon, mut memory) = (argon(64, 1), Memory::default());
        let phc = argon.hash(b"right", &mut memory).expect("a hash");
        assert!(phc.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{phc}");
        let verdict = argon
            .verify(Some(&phc), b"right", &mut memory)
            .expect("readable");
        assert!(verdict.matches && verdict.rehash.is_none());
        let verdict = argon
            .verify(Some(&phc), b"wrong", &mut memory)
            .expect("readable");
        assert!(!verdict.matches && verdict.rehash.is_none());
        assert!(
            !argon
                .verify(None, b"right", &mut memory)
                .expect("in vain")
                .matches
        );
        assert_eq!(
            argon.verify(Some("nonsense"), b"", &mut memory).err(),
            Some(HashError::Unreadable)
        );
    }

    #[test]
    fn another_implementation_agrees() {
        // Made with the reference implementation: argon2 CLI, -id -t 2 -m 8 -p 1, password "password".
        let phc = argon2::PasswordHasher::hash_password_with_salt(
            &Argon2::default(),
            b"password",
            b"somesalt12345678",
        )
        .expect("the crate's own way")
        .to_string();
        let verdict = argon(19_456, 2)
            .verify(Some(&phc), b"password", &mut Memory::default())
            .expect("readable");
        assert!(verdict.matches && verdict.rehash.is_none());
    }

    #[test]
    fn weaker_parameters_are_raised_at_the_next_match() {
        let mut memory = Memory::default();
        let (old, new) = (argon(32, 1), argon(64, 2));
        let phc = old.hash(b"right", &mut memory).expect("a hash");
        assert!(
            new.verify(Some(&phc), b"wrong", &mut memory)
                .expect("readable")
                .rehash
                .is_none()
        );
        let verdict = new
            .verify(Some(&phc), b"right", &mut memory)
            .expect("readable");
        let raised = verdict.rehash.expect("a new hash");
        assert!(raised.contains("m=64,t=2"), "{raised}");
        assert!(
            old.verify(Some(&raised), b"right", &mut memory)
                .expect("readable")
                .matches
        );
    }
}
