using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>Which folder is the workspace.</summary>
public static class WorkspaceFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "ROOTSCOPE_WORKSPACE";

    /// <summary>
    /// The folder given, otherwise the one that <see cref="Variable"/> names, otherwise <c>rootscope</c> in the user's data folder.
    /// </summary>
    /// <remarks>
    /// The data folder is XDG_DATA_HOME or ~/.local/share on Linux, ~/Library/Application Support on macOS, %LOCALAPPDATA% on Windows.
    /// The folder need not exist, and is not created.
    /// </remarks>
    /// <exception cref="TableException">None is given, and the user has no data folder.</exception>
    public static string Resolve(string? given = null)
    {
        string? named = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable(Variable) : given;
        if (!string.IsNullOrWhiteSpace(named))
        {
            return Path.GetFullPath(named);
        }

        string data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return data.Length > 0
            ? Path.Combine(data, "rootscope")
            : throw new TableException(
                "workspace",
                $"the user has no data folder. Name a folder with {Repair.Option("workspace")} or in {Variable}."
            );
    }
}
