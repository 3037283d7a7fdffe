namespace Rootscope.Accounts.Measures;

/// <summary>An option that a measure reads.</summary>
public enum AccountParameter
{
    /// <summary><see cref="AccountOptions.Share"/>.</summary>
    Share,
}
