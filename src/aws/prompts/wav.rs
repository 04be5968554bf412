//! Samples as a file that telephones' prompts are made of.

/// µ-law samples at 8 kHz as a WAV file.
pub(super) fn wav(samples: &[u8]) -> Vec<u8> {
    const MULAW: u16 = 7;
    const RATE: u32 = 8000;
    // Chunks have an even length.
    let padding = samples.len() % 2;
    let length = u32::try_from(samples.len()).unwrap_or(u32::MAX);
    let mut file = Vec::with_capacity(samples.len() + 59);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&length.saturating_add(50 + u32::from(padding != 0)).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    file.extend_from_slice(&18_u32.to_le_bytes());
    for field in [MULAW, 1] {
        file.extend_from_slice(&field.to_le_bytes());
    }
    for field in [RATE, RATE] {
        file.extend_from_slice(&field.to_le_bytes());
    }
    // Bytes and bits of a sample, and no further fields.
    for field in [1_u16, 8, 0] {
        file.extend_from_slice(&field.to_le_bytes());
    }
    file.extend_from_slice(b"fact");
    file.extend_from_slice(&4_u32.to_le_bytes());
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(b"data");
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(samples);
    file.resize(file.len() + padding, 0xff);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wav_file_says_how_long_it_is() {
        for samples in [&b"abcd"[..], b"abc"] {
            let file = wav(samples);
            assert_eq!(file.len() % 2, 0);
            let length = u32::from_le_bytes(file[4..8].try_into().unwrap());
            assert_eq!(length as usize + 8, file.len());
            assert_eq!(&file[54..58], (samples.len() as u32).to_le_bytes());
            assert_eq!(&file[58..58 + samples.len()], samples);
        }
    }
}
