//! What a thread hashes in: 19 MiB by default.

use argon2::Block;

/// The blocks of one thread, kept from one password to the next.
#[derive(Default)]
pub(super) struct Memory(Vec<Block>);

impl Memory {
    /// Nothing is kept.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// So many blocks, with whatever is in them.
    pub(super) fn blocks(&mut self, count: usize) -> &mut [Block] {
        if self.0.len() < count {
            // The old blocks go first, and are not copied: nobody reads them again.
            self.0 = Vec::new();
            self.0 = fresh(count);
        }
        &mut self.0[..count]
    }
}

/// New blocks, in large pages where the kernel has some: Argon2 jumps through its memory at random, and with
/// pages of 4 KiB spends a twentieth of its time looking them up.
fn fresh(count: usize) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(count);
    #[cfg(target_os = "linux")]
    prefer_large_pages(&blocks);
    blocks.resize(count, Block::default());
    blocks
}

/// A wish that may be refused. It has to come before the memory is touched.
#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    reason = "madvise has no safe form; this advice changes nothing in the memory"
)]
fn prefer_large_pages(blocks: &Vec<Block>) {
    let page = rustix::param::page_size();
    let bytes = blocks.capacity() * size_of::<Block>();
    let begin = blocks.as_ptr().cast_mut().cast::<u8>();
    let skip = begin.align_offset(page);
    let Some(whole) = bytes.checked_sub(skip).map(|rest| rest / page * page) else {
        return;
    };
    // SAFETY: the whole pages lie inside the allocation, which lives for as long as the borrow; the advice
    // neither changes nor moves what is in them.
    let advised = unsafe {
        rustix::mm::madvise(
            begin.wrapping_add(skip).cast(),
            whole,
            rustix::mm::Advice::LinuxHugepage,
        )
    };
    if let Err(error) = advised {
        tracing::debug!(%error, "hashing without large pages");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_kept_and_grow() {
        let mut memory = Memory::default();
        assert!(memory.is_empty());
        for count in [8, 4_096, 8] {
            assert_eq!(memory.blocks(count).len(), count);
        }
        assert_eq!(memory.0.len(), 4_096);
    }
}
