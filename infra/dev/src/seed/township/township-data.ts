import type { Day, OrganizationData, Unit, VillageFigures } from '@wuqing/organization';

export interface TownshipUnit extends Unit {
  /** Null for everything but villages. */
  readonly figures: VillageFigures | null;
}

/** A sample of a village's households; their whole number is in its figures. */
export interface Household {
  readonly id: string;
  readonly unitId: string;
  readonly headPersonId: string;
  /** People in it, the head included. */
  readonly members: number;
}

/** 村民会议授权: what the 村民代表会议 may decide in its place; both days of the span are in force. */
export interface AssemblyAuthorization {
  readonly id: string;
  readonly unitId: string;
  readonly matterTypes: readonly string[];
  readonly decidedOn: Day;
  /** 张榜公布. */
  readonly postedOn: Day;
  /** 报镇备案. */
  readonly filedOn: Day;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day;
}

export interface TownshipAccount {
  readonly id: string;
  readonly login: string;
  readonly personId: string;
}

export interface TownshipData extends OrganizationData {
  readonly units: readonly TownshipUnit[];
  readonly households: readonly Household[];
  readonly authorizations: readonly AssemblyAuthorization[];
  /** Whoever holds an office has one; ordinary villagers have none. */
  readonly accounts: readonly TownshipAccount[];
}
