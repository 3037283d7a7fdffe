using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Screening.Calibration;

/// <summary>Two names of which a person said whether they mean the same.</summary>
/// <param name="Query">One name.</param>
/// <param name="Listed">The other.</param>
/// <param name="IsMatch">Whether they mean the same.</param>
/// <param name="Quality">How sure the label is, as the set says.</param>
internal sealed record LabelledPair(string Query, string Listed, bool IsMatch, string Quality)
{
    /// <summary>
    /// Whether the pair belongs to the half on which no weight was set: the first byte of SHA-256 of both names is 128 or more.
    /// </summary>
    public bool IsHeld { get; } = SHA256.HashData(Encoding.UTF8.GetBytes($"{Query}\n{Listed}"))[0] >= 128;
}
