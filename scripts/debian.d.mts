export function installDebian(packages: string[]): void;
